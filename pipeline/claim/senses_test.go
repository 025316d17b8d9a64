package claim

import (
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
)

func predicatesOf(t *testing.T, ex senseExample) string {
	var got []string
	var cs []Claim
	if strings.Contains(ex.text, "«") {
		cs = reading(t, ex.title, "2026-03-11", ex.text)
	} else { // kinds, rules and values as the extractor reads them
		d := extractors.Read(&article.Article{Title: ex.title, Published: "2026-03-11", Text: ex.text, Blocks: []article.Block{{End: len(ex.text), Kind: article.Paragraph, Header: -1}}})
		ns, ds := names.Extract(d), dates.Extract(d)
		cs = Build(d, ns, ds, counts.Extract(d, ds, ns), nil)
	}
	for _, c := range cs {
		got = append(got, c.Predicate)
	}
	return strings.Join(got, " ")
}

// Every rule carries its own examples, and each yes example needs its rule: without it, it reads otherwise.
func TestSenses(t *testing.T) {
	for _, table := range []*[]sense{&ofBare, &bySentence, &byUse, &bySubject} {
		for i, r := range *table {
			for _, ex := range append(append([]senseExample{}, r.yes...), r.no...) {
				if got := predicatesOf(t, ex); got != ex.want {
					t.Errorf("rule %s, %q: predicates %q, want %q", r.name, ex.text, got, ex.want)
				}
			}
			whole := *table
			*table = append(append([]sense{}, whole[:i]...), whole[i+1:]...)
			needed := false
			for _, ex := range r.yes {
				needed = needed || predicatesOf(t, ex) != ex.want
			}
			if *table = whole; !needed {
				t.Errorf("rule %s: its yes examples read the same without it", r.name)
			}
		}
	}
}

// A part of a set has the class of the set, whatever is said of others behind the next comma, and a figure given anew that of the first.
func TestClassesGoOn(t *testing.T) {
	for text, want := range map[string]string{
		"Nine people were pulled out alive, five of them within minutes, as others were missing.":      "survive survive",
		"By Friday 11,200 barrels of oil had leaked. The owner admits to 8,900, the guild says 9,000.": "emit emit emit",
		"At least 13,000 barrels have escaped from the wreck, and nine men escaped.":                   "emit escape",
		"By nightfall a dozen of the prisoners had been caught.":                                       "arrest",
		"Twenty-three inmates have been recaptured.":                                                   "arrest",
		"Seventeen people have fallen ill, two of them fatally.":                                       "infect die",
		"The country mourns 17 soldiers.":                                                              "die",
		"A mortuary had taken in 27 bodies.":                                                           "die",
		"Three bodies have been taken out since noon.":                                                 "die",
		"The blaze reduced 40 homes to ashes.":                                                         "destroy",
		"The fire left 300 people without shelter.":                                                    "displace",
		"The hall has three exits.":                                                                    "have",
		"Of 196 houses, 112 are destroyed and 57 are damaged.":                                         "have destroy damage",
		"Teams inspected 196 houses: 112 are destroyed, 57 are damaged and 27 are intact.":             "search destroy damage search",
		"Forty houses were buried in mud.":                                                             "destroy",
		"Twelve people were buried in mud.":                                                            "miss",
		"The army moved about 1,200 people out of their homes.":                                        "evacuate",
		"The blast killed 12 people and injured over 40 people.":                                       "die injure",
		"The blast injured well over 40 people.":                                                       "injure",
		"The union says that 14 people died. The firm admits to ten.":                                  "die die",
		"The army launched 284 drones, 244 of them decoys, and 12 were shot down.":                     "launch launch intercept",
	} {
		if got := predicatesOf(t, senseExample{text: text}); got != want {
			t.Errorf("%q: predicates %q, want %q", text, got, want)
		}
	}
}

// What is found at one time of a day is no toll, and what all places come to is of no one place.
func TestFiguresThatAreNoTollOfTheirPlace(t *testing.T) {
	got := reading(t, "", "2026-03-11", "«Two» ‹bodies› were found late this morning. «Two» ‹bodies› were found. «Two» died in Leeds and «one» in York, which brings the count to «six».")
	if !got[0].Delta || got[1].Delta {
		t.Errorf("deltas: %v, %v, want true, false", got[0].Delta, got[1].Delta)
	}
	if got[3].Place != "York" || got[4].Place != "" {
		t.Errorf("places: %q, %q, want York and none", got[3].Place, got[4].Place)
	}
}

// A toll as of a time is whole, and one that a place is named for is that place's.
func TestFiguresThatAreATollOfTheirPlace(t *testing.T) {
	for _, text := range []string{
		"A total of «212» ‹bodies› had been recovered by Monday evening.", "In all, «48» ‹bodies› have been recovered as of this evening.", "All «12» ‹bodies› had been found by last night.",
		"«Twelve» ‹bodies› were found by noon.", "«Twelve» ‹bodies› were found as of this evening.",
	} {
		if got := reading(t, "", "2026-03-11", text); got[0].Delta {
			t.Errorf("%q: a delta, want a toll", text)
		}
	}
	if got := reading(t, "", "2026-03-11", "«Two» ‹people› died in Leeds, bringing the toll in England to «14»."); got[1].Place != "England" {
		t.Errorf("place %q, want England", got[1].Place)
	}
}

// A figure that says what was done is not planned, though one that was planned stands before it.
func TestDoneBesidePlanned(t *testing.T) {
	for text, want := range map[string]Modality{
		"The bank will close «94» ‹branches›. «Sixty-one» are in Leeds.":      Planned,
		"The bank will close «94» ‹branches›. The union says «98».":           Planned,
		"The bank will close «94» ‹branches›. The union says «12» have gone.": Asserted,
		"They will cut «400» ‹jobs›. Some «300» were cut in March.":           Asserted,
		"The airline will cancel «40» ‹flights›. On Monday it was «12».":      Asserted,
		"The firm will close «40» ‹branches›. There are «120».":               Asserted,
	} {
		if got := reading(t, "", "2026-03-11", text); got[1].Modality != want {
			t.Errorf("%q: %s, want %s", text, got[1].Modality, want)
		}
	}
}

// A figure that somebody takes back with "now" no longer holds.
func TestFormerWithNow(t *testing.T) {
	got := reading(t, "", "2026-03-11", "The army, which had said that «nobody» was missing, now admits to «five».")
	if !got[0].Frame.Former || got[1].Frame.Former {
		t.Errorf("former: %v, %v, want true, false", got[0].Frame.Former, got[1].Frame.Former)
	}
}

// What is said of something else beside a count, or with a word in another use, is not said of the count.
func TestSaidOfOthers(t *testing.T) {
	for text, want := range map[string]string{
		"«Four» ‹players› demonstrated that it helps to train.":                  "",
		"«Forty» ‹donors› have frozen their aid.":                                "",
		"There are «two» ‹films› about a banker who was arrested.":               "",
		"«Four» ‹players› demonstrated in the square.":                           "protest",
		"He greeted «2,000» ‹pilgrims› late Saturday.":                           "attend",
		"«Forty» ‹trains› were late.":                                            "delay",
		"A flood of money helped «forty» ‹shops›.":                               "",
		"The flood reached «forty» ‹shops›.":                                     "flood",
		"«Half» said they want somebody who has experience.":                     "",
		"She took «66» ‹crates›, in what could stall the sale.":                  "",
		"The gunman killed a man in front of «30» ‹guests›.":                     "attend",
		"The gunman killed a total of «30» ‹guests›.":                            "die",
		"The gunman killed a porter along with «30» ‹guests›.":                   "die",
		"The gunman killed her cousin with «two» of their ‹neighbours›.":         "die",
		"The gunman killed a porter in Lom in front of «30» ‹guests›.":           "attend",
		"The flood killed a porter in Lom and «two» ‹women›.":                    "die",
		"The bandits abducted a nurse in addition to «nine» ‹patients›.":         "abduct",
		"The troops arrested a nurse alongside «nine» ‹helpers›.":                "arrest",
		"The fire injured a nurse besides «nine» ‹patients›.":                    "injure",
		"The firm struck a deal with «12» ‹banks›.":                              "",
		"Missiles struck «12» ‹banks›.":                                          "strike",
		"The fire destroyed a barn, and «12» ‹men› died.":                        "die",
		"In the released excerpt, the «two» ‹men› did not sing.":                 "",
		"The mayor said that the fire in the mill had destroyed «two» ‹houses›.": "destroy",
	} {
		if got := predicatesOf(t, senseExample{text: text}); got != want {
			t.Errorf("%q: predicates %q, want %q", text, got, want)
		}
	}
}
