package claim

import (
	"encoding/json"
	"testing"

	"crosstally/extractors/counts"
)

func TestWhatIsKeptSurvivesStorage(t *testing.T) {
	m := counts.Mention{Kind: counts.Percent, Of: "the 53 people", Delta: true, NounFrom: 2, NounTo: 2}
	b, err := json.Marshal(Keep([]Claim{{Mention: m}})[0])
	if err != nil {
		t.Fatal(err)
	}
	var c Claim
	if err := json.Unmarshal(b, &c); err != nil {
		t.Fatal(err)
	}
	c.Restore()
	if c.Kind != m.Kind || c.Of != m.Of || !c.Delta || !c.Kept.Elided {
		t.Errorf("got kind %q of %q delta %v elided %v back from %s", c.Kind, c.Of, c.Delta, c.Kept.Elided, b)
	}
}
