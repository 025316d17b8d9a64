package reconcile

import (
	"slices"
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
)

const wireText = `Two ferries collided in thick fog off the harbour of Port Halvard early on Sunday, the coast guard said.
Divers searched the hull of the smaller boat through the morning and brought out the bodies of passengers who had been asleep below deck.
The harbour master opened an inquiry into why neither crew had answered the radio in the last ten minutes before the collision.
Relatives waited in the fish hall, where the Red Cross handed out blankets and soup and a list of names was read every hour.
Fishermen who had put out to help said that they could hear the horns but saw nothing until the bows had struck.`

func withText(r claim.Reading, text, from string) claim.Reading {
	a := *r.Article
	a.Text = text
	if from != "" {
		a.SyndicatedFrom = &article.Syndication{Name: from, Cue: "(" + from + ")"}
	}
	r.Article = &a
	return r
}

// retold says a text in the same words and in no five alike.
func retold(text string) string {
	ws := strings.Fields(text)
	for i := 0; i+1 < len(ws); i += 2 {
		ws[i], ws[i+1] = ws[i+1], ws[i]
	}
	return strings.Join(ws, " ")
}

func TestCopiesHaveOneVoice(t *testing.T) {
	lines := strings.Split(wireText, "\n")
	at := []string{"Port Halvard"}
	dead := func(asOf string) claim.Claim { return told(12, "person", "die", "Port Halvard", asOf, "") }
	wire := withText(reading("North Wire Agency", "2026-05-03T10:00:00Z", "Ferries collide off Port Halvard", at, dead("2026-05-03")), wireText, "")
	for _, x := range []struct {
		name, text, from string
		copied           string
		voices           int
	}{
		{"its own report", retold(wireText), "", "", 2},
		{"the same text, cut at the end", strings.Join(lines[:4], "\n"), "", "North Wire Agency", 1},
		{"a new first line", "A dreadful Sunday for a small town.\n" + strings.Join(lines[1:], "\n"), "", "North Wire Agency", 1},
		{"rewritten, but says so", retold(wireText), "North Wire Agency", "North Wire Agency", 1},
		{"by the agency's initials", retold(wireText), "NWA", "North Wire Agency", 1},
		{"from an outlet that is not here", retold(wireText), "Harbour Radio", "Harbour Radio", 2},
	} {
		other := withText(reading("Courier", "2026-05-04T08:00:00Z", "Ferries collide off Port Halvard", at, dead("2026-05-04")), x.text, x.from)
		facts := Reconcile([]claim.Reading{other, wire}).Facts
		if len(facts) != 1 {
			t.Errorf("%s: got %d facts, want 1", x.name, len(facts))
			continue
		}
		f := facts[0]
		copied, asOf := "", ""
		for _, v := range f.Values {
			for _, s := range v.Sources {
				if s.Source == "Courier" {
					copied, asOf = s.CopiedFrom, v.AsOf
				}
			}
		}
		if copied != x.copied || f.IndependentSources != x.voices || f.Verdict != Agree {
			t.Errorf("%s: got copied from %q, %d voices, %s; want %q, %d, agree", x.name, copied, f.IndependentSources, f.Verdict, x.copied, x.voices)
		}
		if x.copied == "North Wire Agency" && asOf != "2026-05-03" {
			t.Errorf("%s: got as-of %s, want the origin's day", x.name, asOf)
		}
	}
}

// An article in words of its own that names the wire and repeats its figures retells it; one that only quotes the wire does not.
func TestRetellingIsACopy(t *testing.T) {
	at := []string{"Port Halvard"}
	tell := func(source, day string, values ...float64) claim.Reading {
		var cs []claim.Claim
		for i, v := range values {
			cs = append(cs, told(v, "person", []string{"die", "injure", "miss", "board", "rescue", "arrest", "search"}[i], "Port Halvard", day, ""))
		}
		return reading(source, day, "Ferries collide off Port Halvard", at, cs...)
	}
	naming := func(r claim.Reading) claim.Reading {
		r.Names = append(r.Names, names.Mention{Evidence: extractors.Evidence{Field: extractors.Text, Text: "NWA"}, Type: names.Org, Name: "North Wire Agency"})
		return r
	}
	wire := tell("North Wire Agency", "2026-05-03", 12, 31, 9, 64, 44, 2)
	for _, x := range []struct {
		name   string
		other  claim.Reading
		copied bool
	}{
		{"names the wire and has its figures", naming(tell("Courier", "2026-05-04", 12, 31, 9, 64, 44, 2)), true},
		{"has its figures without a word of it", tell("Courier", "2026-05-04", 12, 31, 9, 64, 44, 2), false},
		{"names it for four figures", naming(tell("Courier", "2026-05-04", 12, 31, 9, 64, 45, 3)), false},
		{"came out before it", naming(tell("Courier", "2026-05-02", 12, 31, 9, 64, 44, 2)), false},
	} {
		rs := order([]claim.Reading{x.other, wire})
		if got := slices.ContainsFunc(descents(rs), func(d descent) bool { return d.from >= 0 }); got != x.copied {
			t.Errorf("%s: a copy %v, want %v", x.name, got, x.copied)
		}
		if got := len(Kin([]Trace{TraceOf(rs[0]), TraceOf(rs[1])})) > 0; got != x.copied && x.name != "came out before it" {
			t.Errorf("%s: kin %v, want %v", x.name, got, x.copied)
		}
	}
}

// Three papers that quote one ministry are one voice.
func TestCreditedSourcesAreCountedOnce(t *testing.T) {
	var rs []claim.Reading
	for i, by := range []string{"Health Ministry", "health ministry", "the Health Ministry", "Doctors Union"} {
		rs = append(rs, reading("Paper"+itoa(i), "2026-05-0"+itoa(3+i), "Ferries collide off Port Halvard", []string{"Port Halvard"}, told(12, "person", "die", "Port Halvard", "2026-05-03", by)))
	}
	if f := Reconcile(rs).Facts[0]; f.IndependentSources != 2 {
		t.Errorf("got %d voices, want 2", f.IndependentSources)
	}
}

// A body is one voice whether it is called by its country's name, by the adjective or by neither.
func TestOneBodyByItsCountry(t *testing.T) {
	var rs []claim.Reading
	for i, by := range []string{"Norway's coast guard", "Norwegian coast guard", "coast guard"} {
		rs = append(rs, reading("Paper"+itoa(i), "2026-05-0"+itoa(3+i), "Ferries collide off Port Halvard", []string{"Port Halvard"}, told(12, "person", "die", "Port Halvard", "2026-05-03", by)))
	}
	if f := Reconcile(rs).Facts[0]; f.IndependentSources != 1 {
		t.Errorf("got %d voices, want 1", f.IndependentSources)
	}
}

func TestNamesOfOne(t *testing.T) {
	mention := func(name string, kind names.Type) names.Mention { return names.Mention{Name: name, Type: kind} }
	person := func(name string) names.Mention { return mention(name, names.Person) }
	for _, x := range []struct {
		a, b []names.Mention // of two articles
		one  bool
	}{
		{[]names.Mention{person("Hatem Idriss")}, []names.Mention{person("Hatim Idris")}, true},
		{[]names.Mention{mention("Umm Ruwaba", names.Place)}, []names.Mention{mention("Um Rawaba", names.Place)}, true},
		{[]names.Mention{mention("El Obeid", names.Place)}, []names.Mention{mention("El-Obeid", names.Place)}, true},
		{[]names.Mention{mention("RSF", names.Org)}, []names.Mention{mention("Rapid Support Forces", names.Org)}, true},
		{[]names.Mention{person("Ida Lunde")}, []names.Mention{person("Lunde")}, true},
		{[]names.Mention{person("Ida Lunde")}, []names.Mention{person("Per Lunde")}, false},
		{[]names.Mention{person("Ida Lunde"), person("Per Lunde")}, []names.Mention{person("Lunde")}, false},
		{[]names.Mention{mention("Georgia", names.Place)}, []names.Mention{person("Georgia")}, false},
		{[]names.Mention{person("Marek")}, []names.Mention{person("Merkel")}, false},
	} {
		rs := []claim.Reading{{Article: &article.Article{URL: "a"}, Names: x.a}, {Article: &article.Article{URL: "b"}, Names: x.b}}
		es := entitiesOf(rs, Links{})
		if got := es.of(x.a[0].Name) == es.of(x.b[0].Name) && len(es.list) < len(x.a)+len(x.b); got != x.one && x.a[0].Type == x.b[0].Type {
			t.Errorf("%q and %q: one name %v, want %v", x.a[0].Name, x.b[0].Name, got, x.one)
		}
		for _, e := range es.list {
			if len(e.Variants) > 1 && len(e.Merges) == 0 {
				t.Errorf("%q: %d spellings and no reason", e.Name, len(e.Variants))
			}
		}
	}
}
