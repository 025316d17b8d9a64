package claim

import (
	"strings"
	"testing"
)

func TestInflect(t *testing.T) {
	for verb, want := range map[string]string{
		"kill": "kill kills killing killed", "carry": "carry carries carrying carried", "die": "die dies dying died",
		"stop": "stop stops stoping stopping stoped stopped", "flee": "flee flees fleeing fleing fled fled fled", "take": "take takes taking took taken", "evacuate": "evacuate evacuates evacuating evacuated",
	} {
		var got []string
		for _, f := range inflect(verb) {
			got = append(got, f.word)
		}
		if !contains(got, strings.Fields(want)) {
			t.Errorf("inflect(%q) = %q, want %q among them", verb, got, want)
		}
	}
}

func contains(all, some []string) bool {
	have := map[string]bool{}
	for _, w := range all {
		have[w] = true
	}
	for _, w := range some {
		if !have[w] {
			return false
		}
	}
	return true
}

// Every entry of the lexicon names a class that is listed.
func TestLexicon(t *testing.T) {
	if len(classes) < 120 {
		t.Fatalf("%d classes, want 120 or more", len(classes))
	}
	for first, ts := range terms {
		for _, x := range ts {
			if x.class == nil {
				t.Fatalf("%q %q: its class is not in classes.tsv", first, x.tail)
			}
		}
	}
	for k, v := range remapped {
		if classes[k[0]] == nil || classes[v] == nil {
			t.Errorf("remap %v to %s: no such class", k, v)
		}
	}
}
