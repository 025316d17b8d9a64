package names

import (
	"testing"

	"crosstally/extractors/extractorstest"
)

// Every rule carries its own examples, so a rule cannot be added untested.
func TestRuleExamples(t *testing.T) {
	for _, r := range typingRules {
		if len(r.yes) == 0 || len(r.no) == 0 {
			t.Errorf("rule %s has no example or no counter-example", r.name)
		}
		for _, ex := range r.yes {
			if !found(ex, r.name) {
				t.Errorf("rule %s, %q: got %v, want %s as %s", r.name, ex.sentence, all(ex.sentence), ex.name, ex.typ)
			}
		}
		for _, s := range r.no {
			for _, m := range Extract(extractorstest.Document("", "", s)) {
				if m.Rule == "names/"+r.name {
					t.Errorf("rule %s, %q: found %s %q", r.name, s, m.Type, m.Text)
				}
			}
		}
	}
}

func found(ex example, rule string) bool {
	for _, m := range Extract(extractorstest.Document("", "", ex.sentence)) {
		if m.Text == ex.name && m.Type == ex.typ && (rule == "" || m.Rule == "names/"+rule) {
			return true
		}
	}
	return false
}

func all(s string) (out []string) {
	for _, m := range Extract(extractorstest.Document("", "", s)) {
		out = append(out, string(m.Type)+" "+m.Text+" "+m.Rule)
	}
	return out
}
