package claim

import (
	"strings"
	"testing"
)

// What a clause leaves out it takes from the one before; what it says itself it keeps.
func TestGapping(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"«Nineteen» died in the north and «four» in the south.", "die person, die person"},
		{"The north lost «19» ‹homes›, the south «four».", "destroy home, destroy home"},
		{"The fire gutted «60» ‹homes› in Alder and «12» in Birch.", "destroy home, destroy home"},
		{"«78» ‹lawmakers› voted for the bill and «61» against.", "vote lawmaker, vote lawmaker"},
		{"The gang fired «12» ‹rockets› and lost «none».", "launch rocket, intercept rocket"},
		{"The rebels fired «12» ‹rockets›. They say that «nine» landed in the fort.", "launch rocket, hit rocket"},
		{"The party won «34» ‹seats›, its rival «25» and the Greens «six».", "win seat, win seat, win seat"},
		{"The flood swept away «60» ‹homes› and killed «12».", "destroy home, die person"},
		{"The fire gutted «60» ‹homes›, and «12» were hurt.", "destroy home, injure person"},
		{"The ward admitted «ten» ‹patients›. The district counts only «eight», because two live abroad.", "hospitalise patient, hospitalise person"},
		{"The ward admitted «seven» ‹patients›. «Two» remain.", "hospitalise patient, hospitalise patient"},
		{"«Five» ‹guards› were hurt on Monday; their union says «eight».", "injure guard, injure guard"},
		{"«Twelve» ‹farmers› died, «31» by the count of a teacher who fled, and «41» according to the town.", "die farmer, die farmer, die farmer"},
		{"«Seven» ‹miners› were rescued and «two» died there.", "rescue miner, die miner"},
		{"«Seven» ‹miners› were rescued and «two» died there, which makes «nine».", "rescue miner, die miner,  miner"},
		{"«Seven» ‹miners› died here and «two» died there, which makes «nine».", "die miner, die miner, die miner"},
		{"«Seven» ‹officers› were hurt and «two» were arrested.", "injure officer, arrest person"},
		{"«Sixty-four» ‹flats› are damaged and «21» cannot be saved.", "damage flat, rescue flat"},
		{"The mayor announced «19» ‹releases›, with «nine» more to come.", "release release, release release"},
		{"The school has «629» ‹pupils›, of whom «214» slept there.", "have pupil, shelter pupil"},
		{"The force was meant to have «2,500» ‹guards›. It has «991».", "patrol guard, patrol guard"},
		{"The toll rose to «27», with «five» ‹deaths› in Leeds and «three» in York.", "die person, die death, die death"},
		{"Crews rescued «40» ‹people› in Leeds and «12» in York died.", "rescue person, die person"},
		{"Crews saved «12» ‹people› in Leeds and «40» in York remain trapped.", "rescue person, trap person"},
		{"«12» ‹officers› died and «140» were trapped inside.", "die officer, trap person"},
		{"The village has «40» ‹houses›. There were «12» in hospital.", "have house, hospitalise person"},
		{"The rebels fired «six» ‹missiles›; the navy said that it had shot down «four» of them.", "launch missile, intercept missile"},
		{"«Forty-six» ‹people› are missing, of whom «37» are employees of the mine.", "miss person, miss employee"},
		{"«Three» ‹patients› remain in the town.", "remain patient"},
		{"The pens held «700» ‹goats›, of which «40» died and «90» were gassed.", "have goat, die goat, kill_animal goat"},
		{"The town counted «58» ‹barns›. Both have since settled on «64».", " barn,  barn"},
		{"A fourth barn caught fire, so that «four» were lost.", "destroy barn"},
		{"A fourth barn caught fire, so that «four» were destroyed.", " barn"},
		{"The fourth barn was lit at noon and «four» were killed.", "die person"},
		{"The second bomb killed «14».", "die person"},
		{"The boats are disputed: the firm stands by «61».", " boat"},
		{"The roads are closed: «12» have died.", "die person"},
	} {
		var got []string
		for _, c := range reading(t, "", "2026-03-11", x.text) {
			got = append(got, c.Predicate+" "+c.Unit)
		}
		if strings.Join(got, ", ") != x.want {
			t.Errorf("%q: %q, want %q", x.text, strings.Join(got, ", "), x.want)
		}
	}
}

// A set named by what befell it gives its class to those of whom the sentence only tells who they are.
func TestNamedSets(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"«Three» of the dead were ‹women›.", "die"},
		{"«Three» of those rescued were ‹children›.", "rescue"},
		{"«Three» of the injured are ‹tourists›.", "injure"},
		{"«Three» of the rooms were ‹suites›.", ""},
	} {
		if got := reading(t, "", "2026-03-11", x.text)[0].Predicate; got != x.want {
			t.Errorf("%q: %q, want %q", x.text, got, x.want)
		}
	}
}

// What is called off did not come about; one vehicle that carries people has them on board.
func TestUndoneAndCarried(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"«Forty» ‹departures› were cancelled.", "cancel"},
		{"«Forty» ‹departures› were counted.", "transfer"},
		{"The bus carried «40» ‹people›.", "board"},
		{"The line carried «40» ‹people›.", "carry"},
		{"She thanked a crowd of «some 2,700» in the square.", "attend"},
		{"She thanked a family of «four» in the square.", ""},
	} {
		if got := reading(t, "", "2026-03-11", x.text)[0].Predicate; got != x.want {
			t.Errorf("%q: %q, want %q", x.text, got, x.want)
		}
	}
}

// "The county" is the county named last, and no place where the text named none or speaks of a body of it.
// What the title or the lead tells of decides what verbs mean that say little by themselves.
func TestSettings(t *testing.T) {
	for _, x := range []struct{ title, text, want string }{
		{"Gunmen abduct pupils in Norland", "«Four» ‹teachers› were taken with them.", "abduct"},
		{"Gunmen abduct pupils in Norland", "“«Thirty» of our ‹children› are gone.”", "abduct"},
		{"Gunmen abduct pupils in Norland", "«Forty» ‹pupils› remain in the hills.", "imprison"},
		{"School trip to the coast", "«Four» ‹teachers› were taken with them.", ""},
		{"Roll call at the school", "Gunmen abducted the pupils. They spoke of the abduction. «Four» ‹teachers› were taken with them.", "abduct"},
		{"Thousands protest in Norland", "«Sixty thousand» ‹people› took part in the rally.", "protest"},
		{"Carmaker to cut jobs", "«Two hundred» ‹workers› are to leave in June.", "lay_off"},
		{"Carmaker opens a plant", "«Two hundred» ‹workers› are to leave in June.", ""},
		{"Rail strike enters second week", "The firm has offered «six percent».", "grow"},
		{"Bank buys a rival", "The firm has offered «six percent».", ""},
	} {
		if got := reading(t, x.title, "2026-03-11", x.text)[0].Predicate; got != x.want {
			t.Errorf("%q under %q: %q, want %q", x.text, x.title, got, x.want)
		}
	}
}

func TestSpokenOf(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"Marsh County has few doctors, unlike Leeds. The state put the county at «26» ‹cases›.", "Marsh County"},
		{"The fever came to Marsh County from Leeds. There are «29» ‹cases› in the county now.", "Marsh County"},
		{"The fever came to the town of Hexham and to Leeds. There are «29» ‹cases› in the town now.", "Hexham"},
		{"The fever came to Marsh County and Leeds. The county clerk has «29» ‹cases›.", ""},
	} {
		cs := reading(t, "", "2026-03-11", x.text)
		c := cs[len(cs)-1]
		if got := c.Place; got != x.want || c.Frame.PlaceTold != (x.want != "") {
			t.Errorf("%q: %q told %v, want %q", x.text, got, c.Frame.PlaceTold, x.want)
		}
	}
}

// A figure told of two places at once is of both.
func TestPlacesTogether(t *testing.T) {
	for _, x := range []struct{ text, place, also string }{
		{"The storm killed «27» ‹people› in central Mozambique and southern Malawi.", "Mozambique", "Malawi"},
		{"The storm killed «27» ‹people› in Mozambique and in Malawi.", "Mozambique", "Malawi"},
		{"The storm killed «27» ‹people› in Mozambique, and Malawi sent aid.", "Mozambique", ""},
		{"«Fifty-eight» ‹people› have died: «41» in Mozambique and «17» in Malawi.", "", ""},
	} {
		if c := reading(t, "", "2026-03-11", x.text)[0]; c.Place != x.place || c.Frame.PlaceAlso != x.also {
			t.Errorf("%q: %q and %q, want %q and %q", x.text, c.Place, c.Frame.PlaceAlso, x.place, x.also)
		}
	}
}

// A mayor's figures are his town's where the text tells no other place.
func TestSeats(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"The storm struck Graz. Vienna Mayor Lena Orr says that 26 homes burned.", "Vienna"},
		{"The storm struck Graz. Former Vienna Mayor Lena Orr says that 26 homes burned.", ""},
		{"The storm struck Graz. The mayor of Vienna, Lena Orr, says that 26 homes burned.", "Vienna"},
		{"The storm struck Graz. Mayor Lena Orr of Vienna says that 26 homes burned.", "Vienna"},
		{"The storm struck Cumbria. Lena Orr, the mayor of Hexham, says that 26 homes burned.", "Hexham"},
		{"The storm struck Cumbria. Lena Orr, the mayor of Hexham, was up early. In Leeds 26 homes burned, Orr says.", "Leeds"},
		{"The storm struck Graz. Lena Orr, a teacher from Vienna, says that 26 homes burned in Graz.", "Graz"},
	} {
		cs := build(x.text)
		if len(cs) != 1 {
			t.Errorf("%q: %d counts, want one", x.text, len(cs))
		} else if cs[0].Place != x.want {
			t.Errorf("%q: in %q, want %s", x.text, cs[0].Place, x.want)
		}
	}
}

// A date on which something still held is not the day on which it began.
func TestStillHeld(t *testing.T) {
	for _, x := range []struct {
		text string
		told bool
	}{
		{"«Two» ‹patients› were treated and still there on Monday.", false},
		{"«Two» ‹patients› were treated there on Monday.", true},
	} {
		if got := reading(t, "", "2026-03-11", x.text)[0].Frame.DateTold; got != x.told {
			t.Errorf("%q: day of the event told %v, want %v", x.text, got, x.told)
		}
	}
}
