package names

import (
	"strings"
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

// TestCutSentences reads every beginning and end of sentences that use each rule, so that no rule looks past the end.
func TestCutSentences(t *testing.T) {
	sentences := []string{
		"VORTOVA, Hungary (AP) — Prime Minister Ilse Brandt, the leader of the New Course, met U.S. officials, the International Grain Council (IGC) said.",
		"Labour Minister Jo Orr of the Ministry of Health, Families and Social Care left St. Luke’s Magic Valley hospital in North Vortova for School Number 3.",
		"Together for the Coast beat Split 2-1 as Harker Foods, Inc. and FC Basel told the Courier that Java Jazz & Co. sued “Another Day in Paradise”.",
		"The US Seventh Fleet and the Board of Directors of the Harker Boxing Federation flew Vortova Air Flight 12 to Lake Tolmin, Route 66 and the A104.",
		"Dr. J. K. van der Stroom, 43, who won the Nobel Peace Prize, was Minister of Health and Welfare; Kim Ki - hyun and Al - Attiyah, a village near the US embassy.",
	}
	for _, r := range typingRules {
		for _, ex := range r.yes {
			sentences = append(sentences, ex.sentence)
		}
	}
	for _, text := range sentences {
		for i := range text {
			if text[i] != ' ' {
				continue
			}
			for _, part := range []string{text[:i], text[i+1:]} {
				Extract(extractorstest.Document("", part, part+"\n\n"+strings.ToUpper(part)))
			}
		}
	}
}
