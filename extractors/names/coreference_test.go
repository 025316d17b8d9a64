package names_test

import (
	"testing"

	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
)

func TestCanonicalNames(t *testing.T) {
	for _, c := range []struct {
		text string
		want map[string]string // surface -> canonical name
	}{
		{"Tomas Hrabal met the press. Hrabal was tired. Later Anna Hrabal came. Hrabal sat down.", map[string]string{"Tomas Hrabal": "Tomas Hrabal", "Anna Hrabal": "Anna Hrabal"}},
		{"Mr Hrabal was tired. Officials praised Tomas Hrabal.", map[string]string{"Hrabal": "Tomas Hrabal"}},
		{"Viktor Stanek and his wife spoke. Viktar Stanek, the paper wrote, was calm.", map[string]string{"Viktar Stanek": "Viktor Stanek"}},
		{"Vera Petrovskaya and Pavel Petrovski are married.", map[string]string{"Vera Petrovskaya": "Vera Petrovskaya", "Pavel Petrovski": "Pavel Petrovski"}},
		{"The International Grain Council (IGC) met in Geneva. The IGC said so.", map[string]string{"IGC": "International Grain Council", "Geneva": "Geneva"}},
		{"The National Renewal Alliance won. The NRA has 22 seats.", map[string]string{"NRA": "National Renewal Alliance"}},
		{"Traffic on the QC-552 was slow.", map[string]string{"QC-552": "QC-552"}},
		{"Lieve De Quorrer wept. De Quorrer left with Jan van der Quorr. Later van der Quorr came.", map[string]string{"De Quorrer": "Lieve De Quorrer", "van der Quorr": "Jan van der Quorr"}},
		{"The NRA has 22 seats.", map[string]string{"NRA": "NRA"}},
		{"The US agreed. So did the United States and the UN.", map[string]string{"US": "United States", "UN": "United Nations"}},
		{"ELDORET, Kenya — A bus overturned.", map[string]string{"ELDORET": "Eldoret"}},
		{"They fled Qarawat, a town in Chad. Near Qarawaat, a village, shells fell.", map[string]string{"Qarawaat": "Qarawat"}},
		{"The governor of Lagos spoke in Abuja.", map[string]string{"Lagos": "Lagos", "Abuja": "Abuja"}},
	} {
		d := extractorstest.Document("", "", c.text)
		found := map[string]bool{}
		for _, m := range names.Extract(d) {
			if want, ok := c.want[m.Text]; ok && !found[m.Text] {
				found[m.Text] = true
				if m.Name != want {
					t.Errorf("%q: %q is %q, want %q", c.text, m.Text, m.Name, want)
				}
			}
		}
		for s := range c.want {
			if !found[s] {
				t.Errorf("%q: %q not found", c.text, s)
			}
		}
	}
}
