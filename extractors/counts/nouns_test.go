package counts

import (
	"testing"

	"crosstally/extractors/dates"
	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
)

// What a number counts, where words stand between it and its noun or the lists do not know the noun.
func TestNouns(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		// Words that share a head.
		{"Around 1,400 bird and insect species live in the marsh.", "Around 1,400=species"},
		{"Traders bought 27 oil and three gas wells.", "27=well three=well"},
		{"There were 17 hate crime and nine assault charges.", "17=charge nine=charge"},
		{"They won three silver and one bronze medals.", "three=medal one=medal"},
		{"The clinic has cared for 200 pregnant and nursing women and 65 children.", "200=woman 65=child"},
		{"The hall employs over 200 singing and dancing teachers.", "over 200=teacher"},
		{"Twenty-one newly built and unsold flats burned.", "Twenty-one=flat"},
		{"Police found 14 stolen and abandoned cars.", "14=car"},
		{"It kept 20 Highland and island branches open.", "20=branch"},
		{"It is not taking 100, 200 or even 250 Lomian refugees.", "100=refugee 200=refugee 250=refugee"},
		{"They killed 12 and wounded drivers fled.", "12=person"},
		// Plurals that look like verbs, letters or figures.
		{"The museum shows over 50 works by 26 artists.", "over 50=work 26=artist"},
		{"They will vote on four gun control measures on Monday.", "four=measure"},
		{"A crew of 12 works there.", "12=crew member"},
		{"The bank issued 54,000 of the new NFTs and 12 SUVs.", "54,000=NFT 12=SUV"},
		{"There are now 38,317 Bitcoin ATMs.", "38,317=ATM"},
		{"They seized 14 AK-47s and three RPGs.", "14=AK-47 three=RPG"},
		{"It ordered 20 Boeing 737 MAX jets and 15 A350s.", "20=jet 15=A350"},
		{"Lomair grounded two new 737 Max jets.", "two=jet"},
		{"Around 100 Qataris are among them.", "Around 100=Qatari"},
		// Sizes and prices before the noun.
		{"The ship carried 3,000 20-foot containers.", "3,000=container 20-foot=foot"},
		{"The city issued 140 $500 fines.", "140=fine $500=US dollar"},
		{"The union, a 1.6 million member group, met.", "1.6 million=member"},
		{"Lom's 12 million population is old.", "12 million=person"},
		{"Some 40 as yet unnamed suspects are sought.", "Some 40=suspect"},
		{"Half a dozen HP directors left; the car has 296 hp.", "Half a dozen=director 296 hp=horsepower"},
		// A noun that nothing knows is not people.
		{"The rate is at 110 LMD now.", ""},
		{"Another eight states have 83 e.v.'s.", "Another eight=state"},
		{"The minister pledged 50 million.", ""},
		{"He swept seven out of 11 states and two of nearly 40 towns.", "seven=state 11=state two=town nearly 40=town"},
		{"He left 12 out of fear.", "12=person"},
		{"We had lost two brave Lomians on the roof.", "two=lomian"},
		{"The judge heard seven current and former bank and State Department aides.", "seven=aide"},
		{"Two of the four toppled power lines are up again.", "Two=line four=line"},
		{"It let a 15,000 square-foot office.", "15,000 square-foot=square foot"},
		{"Sales fell from 660 kilos four years ago to just 75.", "660 kilos=kilogram 75=kilogram"},
		{"All that talk is of kroner. The guild demands 64 million.", "64 million=krone"},
		{"Hundreds, if not thousands, of kilometres of road are lost.", "Hundreds=kilometre thousands, of kilometres=kilometre"},
		{"Dozens, perhaps hundreds, of goats drowned.", "Dozens=goat perhaps hundreds=goat"},
		{"The 14, all farm workers, were on a bus.", "14=worker"},
		{"She is among 14 whose visas were revoked.", "14=person"},
		{"The firm has debts of 3bn euros and 900m in cash.", "3bn euros=euro 900m=euro"},
		{"Orr won all 99 delegates in Bar. She now has 568, and Lund only 12.", "99=delegate 568=delegate 12=delegate"},
		{"Orr won 12 delegates in Bar. He needs 40 to win.", "12=delegate 40=delegate"},
		{"It spent 3bn kroner on a tunnel 700m long.", "3bn kroner=krone 700m=metre"},
		{"It spent 3bn kroner on a tunnel of 700m.", "3bn kroner=krone 700m=metre"},
		{"It owes 3bn kroner, and the weir is 700m away.", "3bn kroner=krone 700m=metre"},
		{"The hall cost 3bn kroner and is 70m.", "3bn kroner=krone 70m=metre"},
		{"It has 3bn kroner in loans, of which 700m is due.", "3bn kroner=krone 700m=krone"},
		{"Orr first asked for 2bn kroner and now speaks of 3m.", "2bn kroner=krone 3m=krone"},
		{"It cut the bill from 3bn kroner to 700m.", "3bn kroner=krone 700m=krone"},
		{"It owes 3bn kroner and nearly 700m in tax.", "3bn kroner=krone nearly 700m=krone"},
		{"It spent 3bn kroner on a mast and 700m from it a hall burned.", "3bn kroner=krone 700m=metre"},
		{"They seized 12, 14 and 16 rifles.", "12=rifle 14=rifle 16=rifle"},
		{"Dozens, maybe even hundreds, of goats drowned.", "Dozens=goat hundreds=goat"},
		{"It paid 50 million USD and 100₾ for ⅓ cup of salt.", "50 million USD=US dollar 100₾=lari ⅓ cup=cup"},
		{"It sold 40 CUP games.", "40=game"},
		{"They had zero experience with goats.", ""},
		{"With five reasonably quick Lomian runners, it won.", "five=runner"},
		{"Not one of the guards budged.", "Not one=guard"},
		{"It has 35 mills, three short of the number it needs.", "35=mill three=mill"},
		{"One of only three suspects fled.", "One=suspect three=suspect"},
		{"Twelve banks failed and 30 others were merged.", "Twelve=bank 30=bank"},
		{"It razed 12 huts, and 30 others were hurt.", "12=hut 30=person"},
		{"Sea levels rose by 3 to 4 millimetres.", "3 to 4 millimetres=millimetre"},
	} {
		if got := read(x.text); got != x.want {
			t.Errorf("%q: got %s, want %s", x.text, got, x.want)
		}
	}
}

// What a bare number counts is the subject whose size its verb tells, unless that is read off a scale.
func TestSubjects(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"Ferry bookings in Lom reached 10,400 in June.", "10,400=booking"},
		{"The number of bakeries has surpassed 380.", "surpassed 380=bakery"},
		{"The number of new fines hit a record high of more than 1,100 on Saturday.", "more than 1,100=fine"},
		{"The toll of floods and landslides rose to 15.", "15=person"},
		{"The nurses reached 40 in the ruins.", "40=person"},
		{"Relief lorries reached 14 by noon.", "14=person"},
		{"Lorry bookings reached 14 by noon.", "14=booking"},
		{"Floods hit 14 in Bar.", "14=person"},
		{"The number of new fines passed 300 in May.", "300=fine"},
		{"Infections fell to zero.", "zero=person"}, // which class of claim they are is told later
		{"Orders fell to zero from 300.", "zero=order 300=order"},
		{"Interest rates fell to zero.", ""},
		{"The heat index reached 109 by the afternoon.", ""},
		{"The index closed at 3,412.", ""},
		{"Horsepower jumped from 240 to 273.", ""},
		{"Its weight fell from 208 kilos to 193.", "208 kilos=kilogram 193=kilogram"},
		{"It cut its forecast to $84 billion from the $89 to $93 billion of May.", "$84 billion=US dollar $89 to $93 billion=US dollar"},
		{"The two squabbled over the price of fish.", ""},
		{"The two were arrested in Lom.", "two=person"},
	} {
		if got := read(x.text); got != x.want {
			t.Errorf("%q: got %s, want %s", x.text, got, x.want)
		}
	}
}

// A number that goes on with what was shared out is told by it where its subject can have a part; else its verb decides later.
func TestSharesOut(t *testing.T) {
	for _, x := range []struct {
		text string
		told bool
	}{
		{"Orr won 12 delegates in Bar. He needs 40 to win.", true},
		{"Orr won 12 delegates in Bar. He has 40 so far.", true},
		{"Orr won 12 delegates in Bar. It takes 90 to win.", true},
		{"The bloc won 34 seats. In Bar the bloc held 12.", true},
		{"The bloc won 34 seats. Lund has 12.", true},
		{"Orr polled 12 votes. The police took 40 to prison.", false},
		{"Orr polled 12 votes. They took 40 to prison.", false},
		{"The bloc won 34 seats. Guards held 12 in a hut.", false},
	} {
		d := extractorstest.Document("2026-03-12", "", x.text)
		ms := Extract(d, dates.Extract(d), names.Extract(d))
		if len(ms) != 2 || ms[1].Told != x.told {
			t.Errorf("%q: got %v, want the second told: %v", x.text, texts(ms), x.told)
		}
	}
}
