package reconcile

import (
	"testing"

	"crosstally/pipeline/claim"
)

// quoted makes a claim of people whose number stands in a sentence between two marks: "[Seventeen] are younger than 18."
func quoted(sentence string) claim.Claim {
	var c claim.Claim
	var before, rest string
	for i := range sentence {
		if sentence[i] == '[' {
			before, rest = sentence[:i], sentence[i+1:]
			break
		}
	}
	for i := range rest {
		if rest[i] == ']' {
			c.Text = rest[:i]
			rest = rest[i+1:]
			break
		}
	}
	c.Quote, c.Start = before+c.Text+rest, len(before)
	c.Unit, c.Predicate = "person", "infect"
	return c
}

func TestAgeRanges(t *testing.T) {
	for _, x := range []struct{ sentence, want string }{
		{"[Seventeen] are younger than 16.", "under 16"},
		{"[Six] children under 5 were admitted.", "under 5"},
		{"Under 5: [14]", "under 5"},
		{"5 to 17: [15]", "5 to 17"},
		{"18 and over: [nine]", "18 and over"},
		{"[Forty] people aged 70 to 79 fell ill.", "70 to 79"},
		{"[Forty] people in under 10 hours were saved.", ""},
		{"[Forty] people fell ill, 12 under treatment.", ""},
		{"On day 5 [40] people fell ill.", ""},
	} {
		c := quoted(x.sentence)
		if got := agesOf(&cited{Claim: &c, at: c.Start}); got != x.want {
			t.Errorf("%q: got %q, want %q", x.sentence, got, x.want)
		}
	}
}

// A limit, a gust and a train are not one speed.
func TestSpeeds(t *testing.T) {
	for before, want := range map[string]string{
		"the train was travelling at":                                 "speed",
		"it had been doing 52 kilometres an hour, below the limit of": "speed limit",
		"the limit is 50 but it was doing":                            "speed",
		"sustained winds of":                                          "wind",
		"winds of 105 km/h with gusts of up to":                       "gusts",
		"the recorder shows":                                          "",
	} {
		if got := speedOf(words(before)); got != want {
			t.Errorf("%q: %q, want %q", before, got, want)
		}
	}
}
