package names

import (
	"strings"
	"testing"
	"time"

	"crosstally/extractors/extractorstest"
)

// TestHostileTextStaysLinear times texts that make every word look like part of a name; four times the text may not take
// much more than four times as long.
func TestHostileTextStaysLinear(t *testing.T) {
	for _, unit := range []string{"Vortova ", "Health and ", "Health, ", "Ministry of ", "Mr ", "Smith & ", "John Smith. Smith. ", "al - ", "The Harker ", "Committee of the Harker ", "“Another ", "(AB) ", "X (XY) ", "Lake ", "St. Luke’s ", "Minister of ", "VORTOVA ", "Chad 2-1 ", "Together for ", "Jr. ", "Paris, "} {
		short := elapsed(strings.Repeat(unit, 4000))
		long := elapsed(strings.Repeat(unit, 16000))
		if long > 12*short && long > 2*time.Second {
			t.Errorf("%q: %v for 4,000, %v for 16,000", unit, short, long)
		}
	}
}

func elapsed(text string) time.Duration {
	d := extractorstest.Document("", "", text)
	start := time.Now()
	Extract(d)
	return time.Since(start)
}
