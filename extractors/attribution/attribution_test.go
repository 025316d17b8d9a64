package attribution

import (
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
)

// cast are the names that the examples use; tests find them by their words, so that they hold whatever names finds.
var cast = []struct {
	text string
	kind names.Type
}{
	{"Ana Moreno", names.Person}, {"Moreno", names.Person}, {"Piet Haas", names.Person}, {"Haas", names.Person}, {"Lucy Obi", names.Person},
	{"Harbour Union", names.Org}, {"Relief Network", names.Org}, {"UN", names.Org}, {"Coastal Air", names.Org}, {"Norland Bank", names.Org}, {"Morning Herald", names.Org},
	{"Teshara Electoral Commission", names.Org}, {"Teshara", names.Place}, {"Port Lume", names.Place}, {"Norland", names.Place},
}

// castIn returns the mentions of the cast in d; a surname stands for its full name.
func castIn(d *extractors.Document) (out []names.Mention) {
	for si := range d.Sentences {
		s := &d.Sentences[si]
		for k := 0; k < len(s.Tokens); k++ {
			for _, c := range cast {
				n := len(strings.Fields(c.text))
				if k+n > len(s.Tokens) || d.Field(s.Field)[s.Tokens[k].Start:s.Tokens[k+n-1].End] != c.text {
					continue
				}
				m := names.Mention{Evidence: d.Evidence(s.Field, s.Tokens[k].Start, s.Tokens[k+n-1].End, "cast"), Sentence: si, From: k, To: k + n, Type: c.kind, Name: c.text}
				switch c.text {
				case "Moreno":
					m.Name = "Ana Moreno"
				case "Haas":
					m.Name = "Piet Haas"
				}
				out = append(out, m)
				k += n - 1
				break
			}
		}
	}
	return out
}

// credited returns the name and rule credited with the [figure] of a text; "" if none is.
func credited(t testing.TB, text string) (name, rule string) {
	t.Helper()
	at, end := strings.IndexByte(text, '['), strings.IndexByte(text, ']')
	if at < 0 || end < at {
		t.Fatalf("%q has no [figure]", text)
	}
	d := extractorstest.Document("2026-03-04", "", strings.NewReplacer("[", "", "]", "").Replace(text))
	span := extractors.Span{Start: at, End: end - 1}
	credits := Extract(d, castIn(d))
	for i := range d.Sentences {
		if s := &d.Sentences[i]; s.Field == extractors.Text && s.Contains(span) {
			c, _ := For(credits, extractors.Text, span, i)
			if c.Name == "" {
				c, _ = SourceOfDenied(credits, extractors.Text, span, i)
			}
			return c.Name, strings.TrimPrefix(c.Rule, "attribution/")
		}
	}
	t.Fatalf("%q: the figure lies in no sentence", text)
	return "", ""
}

// Every rule carries its own examples.
func TestRuleExamples(t *testing.T) {
	for _, r := range rules {
		if len(r.no) == 0 || len(r.yes) == 0 && r.name != "denied" { // a denial credits nobody
			t.Errorf("rule %s has no examples", r.name)
		}
		for _, ex := range r.yes {
			if got, rule := credited(t, ex.text); got != ex.want || rule != r.name && !strings.HasPrefix(ex.text, "“") {
				t.Errorf("rule %s, %q: got %q by %q, want %q", r.name, ex.text, got, rule, ex.want)
			}
		}
		for _, text := range r.no {
			if got, rule := credited(t, text); rule == r.name {
				t.Errorf("rule %s, %q: got %q, want none by this rule", r.name, text, got)
			}
		}
	}
}

func check(t testing.TB, d *extractors.Document, credits []Credit) {
	t.Helper()
	for i, c := range credits {
		if c.Text != d.Field(c.Field)[c.Start:c.End] || c.Text == "" || c.Name == "" || c.Rule == "" {
			t.Fatalf("credit %d: %+v is not its field's bytes, or lacks a name or rule", i, c)
		}
		s := &d.Sentences[c.Sentence]
		if c.Scope.Start >= c.Scope.End || !s.Span.Contains(c.Scope) {
			t.Fatalf("credit %d: scope %v outside its sentence %v", i, c.Scope, s.Span)
		}
		if i > 0 && credits[i-1].Sentence > c.Sentence {
			t.Fatalf("credit %d stands before %d's sentence", i, i-1)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, r := range rules {
		for _, ex := range r.yes {
			f.Add("", ex.text)
		}
		for _, text := range r.no {
			f.Add("", text)
		}
	}
	for _, ex := range append(language, plain...) {
		f.Add("", ex.text)
	}
	f.Add("0", ",t X :,A  sa@d, said") // nothing stands before the colon but a comma
	f.Add("Army: nine of 11 drones shot down", "“We lost zero, the UN’s Ana Moreno said: “‘9, said,, said said X, said")
	f.Add("0", "Ana Moreno is here, saying")
	f.Add("", "It promised 11 million and the Rlion and")
	f.Fuzz(func(t *testing.T, title, text string) {
		d := extractorstest.Document("2026-03-04", title, text)
		check(t, d, Extract(d, castIn(d)))
	})
}

// What a body says of itself on its own page is told by nobody else.
func TestIssuer(t *testing.T) {
	for _, ex := range []struct{ outlet, want string }{
		{"Morning Post", "Relief Network"}, {"Relief Network", ""}, {"Norland Relief Network", ""}, {"Relief Network of Norland", ""}, {"Relief Network Weekly", "Relief Network"},
	} {
		d := extractorstest.Document("2026-03-04", "", "The Relief Network has counted 12 boats.")
		d.Article.Source = ex.outlet
		c, _ := For(Extract(d, castIn(d)), extractors.Text, d.Sentences[0].Tokens[5].Span, 0)
		if c.Name != ex.want {
			t.Errorf("on a page of %s: got %q, want %q", ex.outlet, c.Name, ex.want)
		}
	}
}
