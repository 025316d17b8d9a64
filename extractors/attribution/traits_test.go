package attribution

import (
	"strings"
	"testing"
)

// frames show what each trait does: the name credited with a text in which * is any word that has it, and with the same text in which
// other, which has not, stands for that word.
var traitFrames = map[string]struct{ text, want, other, otherWant string }{
	"asks":         {"Of the 810 people whom the Harbour Union * in May, [55] percent were against it.", "Harbour Union", "saw", ""},
	"lifts":        {"Two boats sank overnight, which * the mayor's count to [six].", "mayor", "owed", ""},
	"halts":        {"The ministry has * its own figure on Wednesday, at [13].", "ministry", "seen", ""},
	"trusts":       {"Some [12] boats came, if you * the union.", "union", "meet", ""},
	"puts-out":     {"An alert we * to phones said [1,580].", "", "heard", "alert"},
	"pledges":      {"Norland will * [60] tents.", "Norland", "see", ""},
	"betters":      {"Coastal Air * its total to [21].", "", "raised", "Coastal Air"},
	"gathers":      {"The Harbour Union * [14] names.", "Harbour Union", "changed", ""},
	"binds":        {"The Harbour Union * [12] boats.", "", "promised", "Harbour Union"},
	"argued":       {"Ana Moreno made the * that [40] boats would do.", "Ana Moreno", "boat", ""},
	"tries":        {"Ana Moreno * to make the case that [40] boats would do.", "Ana Moreno", "refused", ""},
	"charges":      {"The police * him with robbing [74] widows.", "police", "left", ""},
	"takes-in":     {"Ana Moreno * it there: “Some [40] boats are lost.”", "", "scolded", "Ana Moreno"},
	"board-kind":   {"The * board in the hall showed [102] votes in favour.", "board in the hall", "school", ""},
	"service-kind": {"The * services reported [six] dead.", "* services", "port", ""},
	"harmed":       {"The Harbour Union has [31] people *.", "Harbour Union", "ready", ""},
	"attended":     {"The volunteers have seen [780] *.", "", "boats", "volunteers"},
	"sits":         {"A clerk who, the * heard, had pushed about [30] boys into a room was there.", "*", "mayor", ""},
	"outcome":      {"Coastal Air now sees * of [520] million for the year.", "Coastal Air", "gifts", ""},
	"avowal":       {"In the * of the mayor, [six] boats sank.", "mayor", "boats", ""},
	"money":        {"The mayor put the loss at * [42] million.", "mayor", "boats", ""},
	"heads":        {"The state *: layoffs hit [712] workers.", "state *", "boat", ""},
	"sure":         {"The hospital is * that [four] men have died.", "hospital", "late", ""},
	"staffed":      {"The mayor counted 40. The army * has [31].", "", "ministry", "army ministry"},
	"borne":        {"Their petition has [62,000] *.", "", "names", "petition"},
	"taken":        {"The ministry claimed [76] *.", "", "boats", "ministry"},
	"treats":       {"The * admitted [19] deaths.", "", "army", "army"},
	"told-of":      {"The Relief Network has received [40] *.", "Relief Network", "boats", ""},
	"yardstick":    {"According to *, [12] ships will sail.", "", "doctors", "doctors"},
	"won":          {"The Harbour Union recorded [12] *.", "", "deaths", "Harbour Union"},
	"apart":        {"The Relief Network had the two just [310] votes *.", "Relief Network", "late", ""},
}

// Every word of the list does what its traits say.
func TestTraits(t *testing.T) {
	for name, bit := range traitNames {
		f, ok := traitFrames[name]
		if !ok {
			t.Errorf("trait %s has no example", name)
			continue
		}
		if got, rule := credited(t, strings.ReplaceAll(f.text, "*", f.other)); got != strings.ReplaceAll(f.otherWant, "*", f.other) {
			t.Errorf("trait %s, %q instead: got %q by %q, want %q", name, f.other, got, rule, f.otherWant)
		}
		for word, has := range traits {
			if has&bit == 0 {
				continue
			}
			want := strings.ReplaceAll(f.want, "*", word)
			if got, rule := credited(t, strings.ReplaceAll(f.text, "*", word)); !strings.HasSuffix(got, want) || want == "" && got != "" {
				t.Errorf("trait %s, %q: got %q by %q, want %q", name, word, got, rule, want)
			}
		}
	}
}
