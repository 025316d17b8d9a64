package reconcile

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
)

// A row is a claim as a careful reader would frame it, after the facts of five reports of one release of prisoners.
// Figures: "123", ">100" more than, "<=1400" at most, "200..999" a vague word. Question is the answer sheet.
type row struct {
	doc                                       int
	figure, unit, predicate, place, phase     string
	event, asOf, by, modality, qualifier, set string
	question                                  string
}

var releaseDocs = []struct{ source, published, title string }{
	{"Tribune", "2025-12-16", "Freed dissidents welcomed in Vilnius"},
	{"Digest", "2025-12-14", "Prisoners of Belarus celebrate release in Vilnius"},
	{"Wire", "2025-12-13", "Belarus frees 123 prisoners with Ales Bialiatski"},
	{"Office", "2026-01-16", "What comes after the release of prisoners in Belarus"},
	{"Summary", "2025-12-15", "Belarus frees 123 with Ales Bialiatski in deal"},
}

const releaseDay = "2025-12-13"

var releaseRows = []row{
	{0, "123", "prisoner", "release", "Belarus", "", releaseDay, "2025-12-16", "", "", "", "", "released"},
	{0, "123", "detainee", "release", "Belarus", "", releaseDay, "2025-12-16", "", "", "", "", "released"},
	{0, "123", "prisoner", "release", "Belarus", "", releaseDay, "2025-12-16", "", "", "", "", "released"},
	{0, "9", "prisoner", "transfer", "Lithuania", "first", releaseDay, "2025-12-16", "LRT", "", "", "", "to Lithuania"},
	{0, ">1100", "person", "imprison", "Belarus", "", "", "2025-12-15", "Inga Ruginienė", "", "", "", "held"},
	{0, ">1100", "person", "imprison", "Belarus", "", "", "2025-12-16", "", "", "", "", "held"},
	{1, "123", "prisoner", "release", "Belarus", "", releaseDay, "2025-12-14", "", "", "", "", "released"},
	{1, "123", "prisoner", "release", "Belarus", "", releaseDay, "2025-12-14", "", "", "", "", "released"},
	{1, "123", "prisoner", "release", "Belarus", "", releaseDay, "2025-12-14", "", "", "", "", "released"},
	{1, "200..999", "prisoner", "imprison", "Belarus", "", "", "2025-12-14", "", "", "", "", "held"},
	{1, "200..999", "prisoner", "imprison", "Belarus", "", "", "2025-12-14", "", "", "", "", "held"},
	{1, "7", "person", "transfer", "Lithuania", "first", releaseDay, "2025-12-14", "", "", "foreign", "", "foreigners to Lithuania"},
	{1, "8", "person", "transfer", "Lithuania", "first", releaseDay, "2025-12-14", "", "", "", "", "to Lithuania"},
	{2, "123", "prisoner", "release", "Belarus", "", releaseDay, "2025-12-13", "", "", "", "", "released"},
	{2, "123", "prisoner", "release", "Belarus", "", releaseDay, "2025-12-13", "", "", "", "", "released"},
	{2, "<=1400", "prisoner", "release", "Belarus", "", "", "2025-12-13", "Donald Trump", "demanded", "", "", "demanded"},
	{2, "1227", "prisoner", "imprison", "Belarus", "", "", "2025-12-13", "Viasna", "", "", "", "held"},
	{2, "2", "day", "meet", "Minsk", "", "", "2025-12-13", "United States", "", "", "", "talks"},
	{3, "123", "prisoner", "release", "Belarus", "", releaseDay, "2026-01-16", "", "", "", "", "released"},
	{3, "115", "person", "transfer", "Ukraine", "first", releaseDay, "2026-01-16", "", "", "", "", "to Ukraine"},
	{3, "8", "person", "transfer", "Lithuania", "first", releaseDay, "2026-01-16", "", "", "", "", "to Lithuania"},
	{3, "8", "person", "transfer", "Lithuania", "first", releaseDay, "2026-01-16", "", "", "", "", "to Lithuania"},
	{3, "20", "person", "expel", "Ukraine", "first", releaseDay, "2026-01-16", "", "", "without-papers", "", "without papers"},
	{3, "89", "person", "transfer", "Warsaw", "onward", "2025-12-17", "2026-01-16", "", "", "", "", "on to Warsaw"},
	{3, "20", "person", "transfer", "Vilnius", "onward", "2025-12-17", "2026-01-16", "", "", "", "", "on to Vilnius"},
	{3, "5", "citizen", "remain", "Ukraine", "", "2025-12-17", "2026-01-16", "", "", "", "", "stayed"},
	{3, "4", "wave", "release", "Belarus", "", "", "2026-01-16", "", "", "", "", "waves"},
	{3, "1104", "prisoner", "imprison", "Belarus", "", "", "2026-01-16", "Viasna", "", "", "", "held"},
	{3, "1167", "prisoner", "imprison", "Belarus", "", "", "2026-01-16", "Dissidentby", "", "", "", "held"},
	{3, "2000..9999", "woman", "demonstrate", "", "", "", "2026-01-16", "", "", "", "", "women"},
	{3, "2000000..", "citizen", "vote", "Belarus", "", "2020", "2026-01-16", "Ales Bialiatski", "", "", "", "voters"},
	{4, "123", "prisoner", "release", "Belarus", "", releaseDay, "2025-12-15", "", "", "", "", "released"},
	{4, ">100", "prisoner", "release", "Belarus", "", releaseDay, "2025-12-15", "", "", "", "", "released"},
	{4, "123", "prisoner", "release", "Belarus", "", releaseDay, "2025-12-15", "", "", "", "", "released"},
	{4, "123", "prisoner", "release", "Belarus", "", releaseDay, "2025-12-15", "", "", "", "", "released"},
	{4, "11", "year", "sentence", "Belarus", "", "", "2025-12-15", "", "", "Maria Kalesnikava", "", "her sentence"},
	{4, "11", "year", "sentence", "Belarus", "", "", "2025-12-15", "", "", "Maria Kalesnikava", "", "her sentence"},
	{4, "10", "year", "sentence", "Belarus", "", "", "2025-12-15", "", "", "Ales Bialiatski", "", "his sentence"},
}

// releaseVerdicts is the verdict on each question that more than one article answers.
var releaseVerdicts = map[string]Verdict{"released": Agree, "to Lithuania": Conflict, "held": Conflict}

// readRelease turns the rows into readings. strip takes something away from each row first.
func readRelease(strip func(*row)) (rs []claim.Reading, questionOf map[string]string) {
	questionOf = map[string]string{}
	for i, d := range releaseDocs {
		r := claim.Reading{Article: &article.Article{URL: "https://" + d.source + ".test/", Source: d.source, Published: d.published, Title: d.title,
			Text: strings.Join([]string{"Belarus released prisoners", "The prisoners left prison", "Other prisoners stay", "The release was agreed", ""}, " ("+d.source+"). ")}} // no five words alike
		for _, n := range []string{"Ales Bialiatski", "Viktar Babaryka", "Maria Kalesnikava", "Belarus", "Vilnius"} {
			r.Names = append(r.Names, names.Mention{Evidence: extractors.Evidence{Text: n, Field: extractors.Text}, Type: names.Person, Name: n})
		}
		for k, x := range releaseRows {
			if x.doc != i {
				continue
			}
			if strip != nil {
				strip(&x)
			}
			c := x.claim()
			c.Start, c.End = 100*k, 100*k+3
			r.Claims = append(r.Claims, c)
			questionOf[fmt.Sprint(r.Article.URL, c.Start)] = x.question
		}
		rs = append(rs, r)
	}
	return rs, questionOf
}

func (x row) claim() claim.Claim {
	var c claim.Claim
	c.Text, c.Field = x.figure, extractors.Text
	c.Value, c.Lower, c.Upper, c.Approximate = x.bounds()
	c.Unit, c.Object, c.Predicate, c.Place, c.EventDate, c.AsOf, c.Attribution = x.unit, plural(x.unit), x.predicate, x.place, x.event, x.asOf, x.by
	c.Modality = claim.Asserted
	if x.modality != "" {
		c.Modality = claim.Modality(x.modality)
	}
	c.Frame.Phase = x.phase
	if x.qualifier != "" {
		c.Frame.Qualifiers = strings.Split(x.qualifier, ",")
	}
	return c
}

// bounds reads a figure of the table.
func (x row) bounds() (value, lower, upper *float64, approximate bool) {
	read := func(s string) *float64 {
		var v float64
		if n, _ := fmt.Sscan(s, &v); n == 0 {
			return nil
		}
		return &v
	}
	if a, b, vague := strings.Cut(x.figure, ".."); vague {
		return nil, read(a), read(b), true
	}
	if s, ok := strings.CutPrefix(x.figure, ">"); ok {
		v := *read(s) + 1
		return nil, &v, nil, false
	}
	if s, ok := strings.CutPrefix(x.figure, "<="); ok {
		return nil, nil, read(s), false
	}
	v := read(x.figure)
	return v, v, v, false
}

// An outcome is what a run made of the rows.
type outcome struct {
	together, apart int // pairs of one question found together, and of two questions found together
	pairs           int // pairs of one question
	verdict         map[string]Verdict
	with            map[string]map[string]bool // questions that share a fact
}

func runRelease(t *testing.T, strip func(*row)) outcome {
	t.Helper()
	rs, questionOf := readRelease(strip)
	rep := Reconcile(rs)
	if len(rep.Stories) != 1 {
		t.Fatalf("got %d stories, want 1", len(rep.Stories))
	}
	o := outcome{verdict: map[string]Verdict{}, with: map[string]map[string]bool{}}
	factOf, size := map[string]string{}, map[string]int{}
	for _, f := range rep.Facts {
		held := map[string]int{}
		for _, v := range f.Values {
			for _, s := range v.Sources {
				k := fmt.Sprint(s.URL, s.Start)
				factOf[k] = f.ID
				held[questionOf[k]]++
			}
		}
		for q, n := range held {
			if n > size[q] {
				size[q], o.verdict[q] = n, f.Verdict
			}
			for p := range held {
				if o.with[q] == nil {
					o.with[q] = map[string]bool{}
				}
				o.with[q][p] = true
			}
		}
	}
	var keys []string
	for k := range questionOf {
		keys = append(keys, k)
	}
	for i, a := range keys {
		for _, b := range keys[i+1:] {
			same := questionOf[a] == questionOf[b]
			switch {
			case same && factOf[a] == factOf[b]:
				o.together++
			case factOf[a] == factOf[b]:
				o.apart++
			}
			if same {
				o.pairs++
			}
		}
	}
	return o
}

func TestReleaseIsReconciled(t *testing.T) {
	o := runRelease(t, nil)
	if o.together != o.pairs || o.apart != 0 {
		t.Errorf("got %d of %d pairs of one question, and %d false pairs; with %v", o.together, o.pairs, o.apart, o.with)
	}
	for q, v := range o.verdict {
		want := releaseVerdicts[q]
		if want == "" {
			want = Single
		}
		if v != want {
			t.Errorf("%s: got %s, want %s", q, v, want)
		}
	}
}

// Each guard taken away brings back the fault that it is there for.
func TestWhatEachGuardIsWorth(t *testing.T) {
	country := map[string]string{"Vilnius": "Lithuania", "Warsaw": "Poland"}
	for _, g := range []struct {
		name  string
		strip func(*row)
		fails func(o outcome) bool
	}{
		{"demands apart: 1,400 asked for joins 123 released", func(x *row) {
			if x.modality == "demanded" {
				x.modality = ""
			}
		}, func(o outcome) bool { return o.with["demanded"]["released"] }},
		{"exclusive qualifiers: seven foreigners join all who went to Lithuania", func(x *row) {
			if x.question == "foreigners to Lithuania" {
				x.qualifier = ""
			}
		}, func(o outcome) bool {
			return o.with["foreigners to Lithuania"]["to Lithuania"] || o.verdict["to Lithuania"] != Conflict
		}},
		{"phase, with towns as countries and the expelled as transferred: false conflict on Ukraine", func(x *row) {
			x.phase, x.qualifier = "", ""
			if c := country[x.place]; c != "" {
				x.place = c
			}
			if x.predicate == "expel" {
				x.predicate = "transfer"
			}
		}, func(o outcome) bool {
			return o.with["without papers"]["to Ukraine"] || o.with["without papers"]["to Lithuania"] || o.apart > 0
		}},
		{"place, with the numbers credited to two sources: Lithuania runs into Ukraine", func(x *row) {
			x.place = ""
			switch x.question {
			case "to Lithuania":
				x.by = "Vilnius border guards"
			case "to Ukraine":
				x.by = "Kyiv coordination staff"
			}
		},
			func(o outcome) bool {
				return o.with["to Lithuania"]["to Ukraine"] || o.with["on to Warsaw"]["on to Vilnius"] || o.apart > 0
			}},
		{"predicate: questions run together", func(x *row) { x.predicate = "release" },
			func(o outcome) bool { return o.apart >= 20 }},
		{"value-blindness: true pairs are lost and both conflicts vanish", func(x *row) { x.qualifier += ",=" + x.figure },
			func(o outcome) bool {
				return o.together < o.pairs && o.verdict["to Lithuania"] != Conflict && o.verdict["held"] != Conflict
			}},
		{"intervals: read as points, bounds fall out of their question or clash", func(x *row) {
			x.figure = strings.TrimLeft(x.figure, "<>=")
			x.figure, _, _ = strings.Cut(x.figure, "..")
		}, func(o outcome) bool { return o.together < o.pairs || o.verdict["released"] == Conflict }},
	} {
		if o := runRelease(t, g.strip); !g.fails(o) {
			t.Errorf("without %s: nothing fails (%d of %d pairs, %d false, verdicts %v)", g.name, o.together, o.pairs, o.apart, o.verdict)
		}
	}
}

// Without as-of times the fall from 1,227 to 1,104 in one month, counted by one group, is a false conflict.
func TestAsOfExplainsAChangedStock(t *testing.T) {
	pair := func(asOf ...string) Verdict {
		rs, _ := readRelease(nil)
		var keep []claim.Reading
		for i, d := range []int{2, 3} {
			r := rs[d]
			r.Claims = slices.DeleteFunc(slices.Clone(r.Claims), func(c claim.Claim) bool { return c.Attribution != "Viasna" })
			r.Claims[0].AsOf = asOf[i]
			a := *r.Article
			a.Published = asOf[i]
			r.Article = &a
			if asOf[0] == asOf[1] {
				r.Claims[0].Attribution = []string{"Viasna", "Dissidentby"}[i]
			}
			keep = append(keep, r)
		}
		rep := Reconcile(keep)
		if len(rep.Facts) != 1 {
			t.Fatalf("got %d facts, want 1", len(rep.Facts))
		}
		return rep.Facts[0].Verdict
	}
	if got := pair("2025-12-13", "2026-01-16"); got != Updated {
		t.Errorf("a month apart: got %s, want updated", got)
	}
	if got := pair("2026-01-16", "2026-01-16"); got != Conflict {
		t.Errorf("the same day: got %s, want conflict", got)
	}
}

func TestIntervals(t *testing.T) {
	iv := func(figure, unit string) interval {
		c := row{figure: figure, unit: unit}.claim()
		return intervalOf(c.Mention)
	}
	for _, x := range []struct {
		a, b   string
		unit   string
		meets  bool
		differ bool
	}{
		{"1200", "1227", "person", true, false},    // rounded
		{"1227", "1104", "person", false, true},    // not
		{"30", "31", "person", false, true},        // small numbers are counted
		{">1100", "1227", "person", true, true},    // said to be under 1,200, but not ruled out
		{">1100", "1104", "person", true, false},   //
		{">100", "100", "person", true, true},      // no dispute
		{">80", "82", "person", true, false},       // eighty-odd
		{">80", "92", "person", true, true},        //
		{"200..999", "1104", "person", true, true}, // hundreds, understated
		{"200..999", "40", "person", false, true},  // but never so few
		{"<=8", "0", "person", true, true},         //
		{"38", "38.1", "percent", true, false},     //
		{"30", "30.2", "percent", true, false},     //
	} {
		a, b := iv(x.a, x.unit), iv(x.b, x.unit)
		if a.meets(b) != x.meets || b.meets(a) != x.meets {
			t.Errorf("%s and %s %s: meets %v, want %v", x.a, x.b, x.unit, a.meets(b), x.meets)
		}
		if a.differs(b) != x.differ || b.differs(a) != x.differ {
			t.Errorf("%s and %s %s: differs %v, want %v", x.a, x.b, x.unit, a.differs(b), x.differ)
		}
	}
	if a, b := iv("1000", "acre"), iv("405", "hectare"); !a.meets(b) {
		t.Errorf("1,000 acres %v do not meet 405 hectares %v", a, b)
	}
	if v := iv("2000000..", "person"); !math.IsInf(v.hi, 1) {
		t.Errorf("millions: got upper end %v, want none", v.hi)
	}
}

// What was released explains by how much those held are fewer, and where they went adds up.
func TestReleaseAddsUp(t *testing.T) {
	rs, _ := readRelease(nil)
	var got []string
	for _, f := range Reconcile(rs).Facts {
		for _, c := range f.Checks {
			got = append(got, f.Predicate+": "+c.Expression)
		}
	}
	slices.Sort(got)
	for _, want := range []string{"release: 115 + 8 = 123", "imprison: 1,227 − 123 = 1,104"} {
		if !slices.Contains(got, want) {
			t.Errorf("no check %q among %q", want, got)
		}
	}
}
