package counts

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"crosstally/extractors/dates"
	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
)

// says writes what a mention reads as the examples do.
func (m *Mention) says() string {
	num := func(x *float64) string {
		if x == nil {
			return "-"
		}
		return fmt.Sprint(math.Round(*x*100) / 100)
	}
	s := num(m.Value) + " " + num(m.Lower) + " " + num(m.Upper)
	for i, x := range []*float64{m.Value, m.Lower, m.Upper} {
		if x != nil && *x >= 1e6 { // fmt would write 1e+06
			s = replaceField(s, i, fmt.Sprintf("%.0f", *x))
		}
	}
	if m.Approximate {
		s += " ~"
	}
	return s + " " + m.Unit
}

func replaceField(s string, i int, v string) string {
	var f [3]string
	fmt.Sscan(s, &f[0], &f[1], &f[2])
	f[i] = v
	return f[0] + " " + f[1] + " " + f[2]
}

// Every rule that can stand in evidence has examples, and reads them.
func TestReadings(t *testing.T) {
	known := map[string]bool{}
	for _, r := range readings {
		known["counts/"+r.name] = true
	}
	for _, r := range readings {
		for _, x := range r.yes {
			d := extractorstest.Document("2026-03-12", "", x.sentence)
			ms := Extract(d, dates.Extract(d), names.Extract(d))
			found := false
			for i := range ms {
				if !known[ms[i].Rule] {
					t.Errorf("%q: rule %s is not in the table", x.sentence, ms[i].Rule)
				}
				if ms[i].Text == x.text {
					found = true
					if got := ms[i].says(); got != x.want || ms[i].Rule != "counts/"+r.name {
						t.Errorf("%q: %q reads %s by %s, want %s by counts/%s", x.sentence, x.text, got, ms[i].Rule, x.want, r.name)
					}
				}
			}
			if !found {
				t.Errorf("%q: no count %q among %v", x.sentence, x.text, texts(ms))
			}
		}
	}
}

func texts(ms []Mention) (out []string) {
	for _, m := range ms {
		out = append(out, m.Text)
	}
	return out
}

// A number behind a speed goes on with it where somebody claims it, and counts where something was done.
func TestNumbersBehindSpeeds(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"The train did 95 kilometres an hour. The owner had claimed 64.", "95 kilometres an hour, 64"},
		{"The train did 95 kilometres an hour, above the limit of 60 for that stretch.", "95 kilometres an hour, 60"},
		{"The train did 95 kilometres an hour. The crash killed 60.", "95 kilometres an hour, 60"},
		{"Gusts of 130 km/h and 52 mph hit the town, with 15 m/s in the port.", "130 km/h, 52 mph, 15 m/s"},
	} {
		d := extractorstest.Document("2026-03-12", "", x.text)
		if got := strings.Join(texts(Extract(d, dates.Extract(d), names.Extract(d))), ", "); got != x.want {
			t.Errorf("%q: %q, want %q", x.text, got, x.want)
		}
	}
}

// What the text says besides the number: differences, corrections, sets, sums.
func TestMarks(t *testing.T) {
	for _, x := range []struct{ sentence, text, mark string }{
		{"Another 20 people were hurt, bringing the total to 143.", "Another 20", "delta"},
		{"The district counts 23 cases, eight more than on Friday.", "eight", "delta"},
		{"The party won 12 seats, one more than last time.", "one", "delta"},
		{"It fired five drones, not a dozen.", "a dozen", "corrected"},
		{"It was not 9 but 8 people who died.", "9", "corrected"},
		{"The toll was not 14, as the mayor of Lom, Ivan Petrov, had said on Monday, but 12 people.", "14", "corrected"},
		{"Not 94, as it had said in May, but 97 drones were shot down.", "94", "corrected"},
		{"Nine of the freed prisoners left.", "Nine", "of the freed prisoners"},
		{"It hit 37 of the 48 people on board.", "37", "of the 48 people"},
		{"Dozens, if not hundreds of people were hurt.", "hundreds", "none"},
		{"Seven foreigners and Maria Lopez were freed.", "Seven foreigners and Maria Lopez", "derived"},
		{"Two managers, Ana Ruiz and Maria Lopez, were hurt.", "Two managers, Ana Ruiz and Maria Lopez", "none"},
		{"Two managers, Ana Ruiz and Maria Lopez, were hurt.", "Two", "none"},
	} {
		d := extractorstest.Document("2026-03-12", "", x.sentence)
		got := "none"
		for _, m := range Extract(d, dates.Extract(d), names.Extract(d)) {
			if m.Text != x.text {
				continue
			}
			switch {
			case m.Derived:
				got = "derived"
			case m.Corrected:
				got = "corrected"
			case m.Delta:
				got = "delta"
			case m.Of != "":
				got = "of " + m.Of
			}
		}
		if got != x.mark {
			t.Errorf("%q: %q is marked %s, want %s", x.sentence, x.text, got, x.mark)
		}
	}
}

// A unit is remembered from sentence to sentence, and taken from headings.
func TestElidedAcrossSentences(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"In 2019 the country had 1,147 cases; in 2024 it had 256. Texas counted 686 that year.", "1,147=case 256=case 686=case"},
		{"Officers searched six polling stations. Two were closed.", "six=polling station Two=polling station"},
		{"“They sent 12 drones,” he said. “We took nine.”", "12=drone nine=drone"},
		{"The wall of mud ran 12 kilometres. The toll is 14.", "12 kilometres=kilometre 14=person"},
		{"Winds of 150 km per hour hit the coast. The toll was 45.", "150 km per hour=kilometre per hour 45=person"},
		{"The mud ran 12 kilometres. The number of dead is 12.", "12 kilometres=kilometre 12=person"},
		{"The fire took 80 acres. Rescuers found 45 in the ruins.", "80 acres=acre 45=person"},
		{"A bomb killed six on Sunday; two more were hurt.", "six=person two=person"},
		{"A fire killed a family; two more have died.", "two=person"},
		{"A tug is on the spot; two more are on the way.", "two=tug"},
		{"It gives 30 million dollars to 2 million in need.", "30 million dollars=dollar 2 million=person"},
		{"It raised the offer from 30 million dollars to 45 million in May.", "30 million dollars=dollar 45 million=dollar"},
		{"It spent 40 million dollars on food, to 4 million in the south.", "40 million dollars=dollar 4 million=person"},
		{"Arrests fell 20 percent from 90 in May.", "20 percent=percent"},
		{"Exports fell 0.4 percent and imports 0.2.", "0.4 percent=percent 0.2=percent"},
		{"The pound fell 0.4 percent against the dollar, and a euro bought 1.17.", "0.4 percent=percent"},
		{"The slick covers 80 square kilometres. On Monday it was 45.", "80 square kilometres=square kilometre 45=square kilometre"},
	} {
		if got := read(x.text); got != x.want {
			t.Errorf("%q: got %s, want %s", x.text, got, x.want)
		}
	}
}

// Two figures share the magnitude that only the second is written with.
func TestSharedMagnitudes(t *testing.T) {
	for _, x := range []struct{ sentence, text, want string }{
		{"It cut the figure from $89 to $93 billion.", "$89", "89000000000 89000000000 89000000000 US dollar"},
		{"Exports fell from 3 to 2.4 million tonnes.", "3", "3000000 3000000 3000000 tonne"},
		{"The prize rose from $900 to $1 million.", "$900", "900 900 900 US dollar"},
		{"They held out for 5 ½ years.", "5 ½ years", "5.5 5.5 5.5 year"},
	} {
		d := extractorstest.Document("2026-03-12", "", x.sentence)
		got := "nothing"
		for _, m := range Extract(d, dates.Extract(d), names.Extract(d)) {
			if m.Text == x.text {
				got = m.says()
			}
		}
		if got != x.want {
			t.Errorf("%q: %q reads %s, want %s", x.sentence, x.text, got, x.want)
		}
	}
}

// What is counted goes on behind "and" where nothing else can stand there.
func TestObjects(t *testing.T) {
	for _, x := range []struct{ sentence, want string }{
		{"Twelve men and women were hurt.", "men and women"},
		{"The blast hurt 12 men and women in Lom.", "men and women"},
		{"About 400 doctors and nurses walked out.", "doctors and nurses"},
		{"It sold 30 homes and shops closed.", "homes"},
		{"It sold 30 homes and nurses.", "homes"},
		{"It lost 30 homes and 12 shops.", "homes shops"},
	} {
		d := extractorstest.Document("2026-03-12", "", x.sentence)
		var got []string
		for _, m := range Extract(d, dates.Extract(d), names.Extract(d)) {
			got = append(got, m.Object)
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%q: counts %q, want %q", x.sentence, got, x.want)
		}
	}
}

// Titles capitalise their verbs, which are then no identifiers.
func TestTitles(t *testing.T) {
	for _, x := range []struct{ title, want string }{
		{"Norland Releases 111 Political Prisoners, Including Laureate", "111"},
		{"Nation Tests 12 Missiles", "12"},
		{"Boeing 737 Carrying 180 Crashes", "180"},
		{"nine-miners-rescued-after-three-falls", "nine three"},
		{"Harbour beat Vortova 2-1", ""},
	} {
		d := extractorstest.Document("2026-03-12", x.title, "")
		if got := strings.Join(texts(Extract(d, dates.Extract(d), names.Extract(d))), " "); got != x.want {
			t.Errorf("%q: got %q, want %q", x.title, got, x.want)
		}
	}
}

// A decimal times a magnitude is the number that was written.
func TestMagnitudesAreExact(t *testing.T) {
	for text, want := range map[string]float64{"It cost $4.1 billion.": 4.1e9, "Some 8.2 million fled.": 8.2e6, "It sold 16.1m cars.": 16.1e6, "It cost $1.005bn.": 1.005e9, "It took 4.35 million tonnes.": 4.35e6} {
		d := extractorstest.Document("2026-05-20", "", text)
		ms := Extract(d, dates.Extract(d), names.Extract(d))
		if len(ms) != 1 || ms[0].Value == nil || *ms[0].Value != want {
			t.Errorf("%q: got %v, want %v", text, ms, want)
		}
	}
}
