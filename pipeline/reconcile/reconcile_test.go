package reconcile

import (
	"encoding/json"
	"math/rand"
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
)

// told makes one claim: "41 people" of a predicate.
func told(value float64, unit, predicate, place, asOf, by string) claim.Claim {
	var c claim.Claim
	c.Value, c.Lower, c.Upper = &value, &value, &value
	c.Text = number(value)
	c.Unit, c.Object, c.Predicate, c.Place, c.AsOf, c.Attribution = unit, plural(unit), predicate, place, asOf, by
	c.Quote = c.Text + " " + c.Object
	c.Modality = claim.Asserted
	c.Field = extractors.Text
	return c
}

// reading makes an article that names the given people and places and makes the given claims.
func reading(source, published, title string, named []string, cs ...claim.Claim) claim.Reading {
	r := claim.Reading{Article: &article.Article{URL: "https://" + strings.ToLower(source) + ".test/" + published, Source: source, Published: published, Title: title}}
	var text strings.Builder
	for _, n := range named {
		r.Names = append(r.Names, names.Mention{Evidence: extractors.Evidence{Span: extractors.Span{Start: text.Len(), End: text.Len() + len(n)}, Field: extractors.Text, Text: n}, Type: names.Place, Name: n})
		text.WriteString(n + "\n\n")
	}
	for _, c := range cs {
		c.Start = text.Len()
		c.End = c.Start + len(c.Text)
		text.WriteString(c.Quote + "\n\n")
		r.Claims = append(r.Claims, c)
	}
	r.Article.Text = text.String()
	return r
}

// ferry is one sinking told by three papers, and a fire elsewhere that shares the country.
func ferry() []claim.Reading {
	at := []string{"Port Halvard", "Harbour Master Ida Lunde", "Norway"}
	return []claim.Reading{
		reading("Gazette", "2026-05-03T10:00:00Z", "Ferry sinks off Port Halvard", at,
			told(12, "person", "die", "Port Halvard", "2026-05-03", "police"), told(52, "person", "board", "Port Halvard", "2026-05-03", "Harbour Master Ida Lunde")),
		reading("Courier", "2026-05-04T10:00:00Z", "Port Halvard ferry toll rises", at,
			told(17, "person", "die", "Port Halvard", "2026-05-04", ""), told(47, "person", "board", "Port Halvard", "2026-05-04", "company")),
		reading("Tribune", "2026-05-04T18:00:00Z", "Divers search Port Halvard ferry", at,
			told(17, "person", "die", "Port Halvard", "2026-05-04", ""), told(3, "child", "die", "Port Halvard", "2026-05-04", "")),
		reading("Echo", "2026-05-04T18:00:00Z", "Warehouse burns in Tromvik", []string{"Tromvik", "Fire Chief Olav Bru", "Norway"},
			told(2, "person", "die", "Tromvik", "2026-05-04", "")),
	}
}

func asJSON(t *testing.T, r Report) string {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestReconcileTellsVerdicts(t *testing.T) {
	rep := Reconcile(ferry())
	if len(rep.Stories) != 2 {
		t.Fatalf("got %d stories, want 2: %v", len(rep.Stories), rep.Stories)
	}
	want := map[string]Verdict{"die person": Updated, "board person": Conflict, "die child": Single}
	for _, f := range rep.Facts {
		if f.Place == "Port Halvard" && f.Verdict != want[f.Predicate+" "+f.Unit] {
			t.Errorf("%s: got %s, want %s: %s", f.Question, f.Verdict, want[f.Predicate+" "+f.Unit], f.Why)
		}
	}
}

// Any order of the same readings, some of them twice, gives the same bytes.
func TestReconcileIsAFunctionOfTheSet(t *testing.T) {
	rs := ferry()
	want := asJSON(t, Reconcile(rs))
	rng := rand.New(rand.NewSource(1))
	for range 200 {
		mixed := append([]claim.Reading{}, rs...)
		mixed = append(mixed, rs[rng.Intn(len(rs))])
		rng.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if got := asJSON(t, Reconcile(mixed)); got != want {
			t.Fatalf("another order gave\n%s\nwant\n%s", got, want)
		}
	}
}

// big is one story of n articles with a toll that every article gives five times among other figures.
func big(n int) []claim.Reading {
	var rs []claim.Reading
	for i := range n {
		day := "2026-05-0" + itoa(1+i%9)
		var cs []claim.Claim
		for k := range 5 {
			cs = append(cs, told(float64(10+i%9+k%2), "person", "die", "Port Halvard", day, []string{"", "police", "hospital"}[k%3]))
		}
		for k := range 15 {
			cs = append(cs, told(float64(3*k), []string{"ship", "child", "passenger", "lifeboat", "diver"}[k%5], []string{"injure", "rescue", "find"}[k%3], "Port Halvard", day, ""))
		}
		rs = append(rs, reading("Paper"+itoa(i), day+"T10:00:00Z", "Ferry sinks off Port Halvard", []string{"Port Halvard", "Ida Lunde", "Cape Vik"}, cs...))
	}
	return rs
}

// One story of many articles must not hold up a night.
func BenchmarkResolveBigStory(b *testing.B) {
	rs := big(200)
	for b.Loop() {
		Resolve(rs, Links{})
	}
}

// A train leaves the rails once: how many carriages did is one question, however a paper counts them, and the number that the train has another.
func TestOneTrainLeavesTheRails(t *testing.T) {
	at := []string{"Port Halvard", "Stationmaster Ida Lunde", "Norway"}
	elided := told(4, "carriage", "derail", "Port Halvard", "2026-05-04", "company")
	elided.Quote = "4 left the rails"
	rep := Reconcile([]claim.Reading{
		reading("Gazette", "2026-05-03T10:00:00Z", "Train leaves the rails at Port Halvard", at,
			told(5, "carriage", "derail", "Port Halvard", "2026-05-03", "police"), told(7, "carriage", "have", "Port Halvard", "2026-05-03", "police")),
		reading("Courier", "2026-05-04T10:00:00Z", "Port Halvard train inquiry", at, elided, told(7, "carriage", "have", "Port Halvard", "2026-05-04", "")),
	})
	got := map[string]Verdict{}
	for _, f := range rep.Facts {
		got[f.Predicate] = f.Verdict
	}
	if got["derail"] != Conflict || got["have"] == Conflict || len(rep.Facts) != 2 {
		t.Errorf("got %v in %d facts, want a conflict of those derailed alone", got, len(rep.Facts))
	}
}

// Bodies found are so many dead at least; a toll below them clashes.
func TestBodiesFound(t *testing.T) {
	for toll, want := range map[float64]Verdict{19: Compatible, 9: Conflict} {
		rep := Reconcile([]claim.Reading{
			reading("Gazette", "2026-05-03T10:00:00Z", "Ferry sinks off Port Halvard", []string{"Port Halvard"}, told(12, "body", "die", "Port Halvard", "2026-05-03", "police")),
			reading("Courier", "2026-05-03T10:00:00Z", "Ferry sinks off Port Halvard", []string{"Port Halvard"}, told(toll, "person", "die", "Port Halvard", "2026-05-03", "mayor")),
		})
		if len(rep.Facts) != 1 || rep.Facts[0].Verdict != want {
			t.Errorf("12 bodies and a toll of %v: %v, want one %s", toll, rep.Facts, want)
		}
	}
}

// What two sources plan, or demand, cannot both come about, and still neither misreports what is.
func TestPlansAndDemandsDoNotConflict(t *testing.T) {
	for _, modality := range []claim.Modality{claim.Planned, claim.Demanded} {
		first, second := told(1200, "job", "lay_off", "Port Halvard", "2026-05-03", "company"), told(1500, "job", "lay_off", "Port Halvard", "2026-05-03", "union")
		first.Modality, second.Modality = modality, modality
		rep := Reconcile([]claim.Reading{
			reading("Gazette", "2026-05-03T10:00:00Z", "Jobs to go at Port Halvard", []string{"Port Halvard"}, first),
			reading("Courier", "2026-05-03T10:00:00Z", "Jobs to go at Port Halvard", []string{"Port Halvard"}, second),
		})
		if len(rep.Facts) != 1 || rep.Facts[0].Verdict != Compatible {
			t.Errorf("two figures %s: %v, want one compatible fact", modality, rep.Facts)
		}
	}
}

// A number that nobody answers for, and that does not say plainly what it counts, disputes another only where they lie close; one that the
// other's article denies disputes it anyhow.
func TestDisputesThatNobodyAnswersFor(t *testing.T) {
	for _, x := range []struct {
		other  float64
		source string
		denied bool
		want   Verdict
	}{
		{30, "", false, Compatible},
		{14, "", false, Conflict},
		{30, "police", false, Conflict},
		{30, "", true, Conflict},
	} {
		claims := []claim.Claim{told(x.other, "passenger", "board", "Port Halvard", "2026-05-03", x.source)}
		if x.denied {
			no := told(12, "passenger", "board", "Port Halvard", "2026-05-03", x.source)
			no.Modality, no.Start, no.End = claim.Denied, 200, 202
			claims = append(claims, no)
		}
		rep := Reconcile([]claim.Reading{
			reading("Gazette", "2026-05-03T10:00:00Z", "Ferry sinks off Port Halvard", []string{"Port Halvard"}, told(12, "passenger", "board", "Port Halvard", "2026-05-03", "mayor")),
			reading("Courier", "2026-05-03T10:00:00Z", "Ferry sinks off Port Halvard", []string{"Port Halvard"}, claims...),
		})
		if len(rep.Facts) != 1 || rep.Facts[0].Verdict != x.want {
			t.Errorf("12 of the mayor's and %v of %q, denied %v: %v, want one %s", x.other, x.source, x.denied, rep.Facts, x.want)
		}
	}
}
