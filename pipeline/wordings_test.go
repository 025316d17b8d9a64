package pipeline

import (
	"strings"
	"testing"

	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// Two papers on one event, each with a figure in brackets: the same question told in two wordings, whatever they say.
var sameQuestion = [][2]string{
	// deaths and injuries
	{"The quake claimed the lives of [41] people.", "[Forty-four] people lost their lives in the quake."},
	{"The death toll stood at [41].", "The quake left [44] dead."},
	{"Officials put the number of fatalities at [41].", "[Forty-four] people were killed by the quake."},
	{"The quake has cost [41] lives.", "At least [44] people perished."},
	{"[41] people were crushed to death.", "The number of dead has climbed to [44]."},
	{"The storm injured [120] people.", "[150] people were hurt in the storm."},
	{"[120] people suffered injuries.", "The storm left [150] wounded."},
	{"[Twenty] people were taken to hospital.", "[Twenty-two] patients were admitted."},
	{"[Twenty] people needed hospital treatment.", "[Twenty-two] people were hospitalised."},
	// missing and rescued
	{"[Fifteen] people are missing.", "[Seventeen] people remain unaccounted for."},
	{"The whereabouts of [15] people are unknown.", "[Seventeen] people are still missing."},
	{"Rescuers are searching for [15] people.", "[Seventeen] people are missing."},
	{"Firefighters pulled [20] people from the rubble.", "[Twenty-two] people were rescued."},
	{"[Twenty] people were plucked from the sea.", "The coastguard saved [22] people."},
	// on board
	{"The ferry was carrying [62] people.", "There were [64] people on board."},
	{"[Sixty-two] people were aboard the ferry.", "The ferry had [64] passengers."},
	// police and courts
	{"Police took [12] people into custody.", "Officers made [14] arrests."},
	{"[Twelve] suspects were rounded up.", "Police detained [14] people."},
	{"The number of arrests reached [12].", "[Fourteen] people were arrested."},
	{"Prosecutors charged [nine] men.", "[Ten] people have been indicted."},
	{"[Nine] people were found guilty.", "The jury convicted [ten] defendants."},
	{"The court freed [30] prisoners.", "[Thirty-two] prisoners walked free."},
	{"The rebels let [eight] hostages go.", "[Nine] hostages were released."},
	{"[Twelve] inmates broke out of the jail.", "[Thirteen] prisoners escaped."},
	{"[Eight] people were deported to Lithuania.", "[Nine] people were expelled to Lithuania."},
	{"[Eight] people were sent to Lithuania.", "[Nine] people were taken to Lithuania."},
	{"Gunmen kidnapped [30] pupils.", "[Thirty-two] pupils were seized by gunmen."},
	// work and money
	{"The mill will shed [400] jobs.", "[Four hundred and twenty] workers will lose their jobs."},
	{"The closure puts [400] people out of work.", "[420] staff were made redundant."},
	{"The mill is cutting its workforce by [400].", "The mill laid off [420] workers."},
	{"[Four thousand] nurses are on strike.", "Some [5,000] nurses walked out."},
	{"[Four thousand] nurses joined the strike.", "Some [5,000] nurses downed tools."},
	{"The mill must pay a fine of [$40 million].", "The mill was fined [$42 million]."},
	{"The fund raised [$30 million].", "[$32 million] was raised by the fund."},
	// crowds and votes
	{"The rally drew [3,000] people.", "A crowd of [4,000] attended the rally."},
	{"[Three thousand] people took to the streets.", "[Four thousand] people protested."},
	{"[42,000] fans packed the stadium.", "The match drew [43,000] people."},
	// homes, power, fire, weather
	{"The storm left [90,000] homes without power.", "[95,000] households lost electricity."},
	{"Power was cut to [90,000] households.", "[95,000] homes were without power."},
	{"Power has been restored to [40,000] homes.", "The utility restored electricity to [45,000] homes."},
	{"The fire destroyed [60] houses.", "[Sixty-two] homes were reduced to rubble."},
	{"The fire forced [5,000] people from their homes.", "[6,000] people fled their homes."},
	{"[5,000] residents were told to leave.", "[6,000] people were evacuated."},
	{"The fire has scorched [12,000] hectares.", "[13,000] hectares went up in flames."},
	{"The airline cancelled [300] flights.", "[320] flights were scrapped."},
	{"[Three hundred] departures were delayed.", "[320] flights were delayed."},
	// health and war
	{"Officials confirmed [230] cases of cholera.", "[240] people have caught cholera."},
	{"[230] people fell ill.", "The virus has infected [240] people."},
	{"Air defences shot down [23] drones.", "[Twenty-five] of the drones were intercepted."},
	{"Some [300] troops were deployed.", "The country sent [320] soldiers to the border."},
	{"The quake struck at a depth of [ten kilometres].", "The quake was [14 kilometres] deep."},
	{"He was sentenced to [11 years] in prison.", "The judge gave him a prison sentence of [12 years]."},
	{"The tremor lasted [ten seconds].", "The tremor lasted about [30 seconds]."},
	{"Thieves took gems worth [$3 million] from the shop.", "The shop lost gems worth [$5 million]."},
	{"Twelve schools were hit; [nine] schools were shut.", "[Ten] schools closed their doors."},
}

// Wordings alike that ask two questions.
var otherQuestion = [][2]string{
	{"[Twenty] people were rescued.", "[Twenty] people survived."},
	{"[Twelve] schools closed.", "[Twelve] schools reopened."},
	{"[Twelve] people were killed.", "[Twelve] people were hurt."},
	{"[Twelve] people are missing.", "[Twelve] people are dead."},
	{"[Twelve] people were arrested.", "[Twelve] people were charged."},
	{"[Twelve] people were charged.", "[Twelve] people were convicted."},
	{"[Nine] defendants were convicted.", "[Nine] defendants were acquitted."},
	{"[Nine] people were arrested.", "[Nine] people were released."},
	{"[Eight] people were deported to Lithuania.", "[Eight] people were deported to Poland."},
	{"[Eight] people were expelled to Lithuania.", "[Eight] people fled from Lithuania."},
	{"[Three hundred] flights were cancelled.", "[Three hundred] flights were delayed."},
	{"Power was cut to [9,000] homes.", "Power was restored to [9,000] homes."},
	{"The mill hired [400] workers.", "The mill laid off [400] workers."},
	{"[Sixty] homes were destroyed.", "[Sixty] homes were built."},
	{"[230] people were infected.", "[230] people were vaccinated."},
	{"[230] people were infected.", "[230] people have recovered."},
	{"[Twenty] people were taken to hospital.", "[Twenty] people were discharged from hospital."},
	{"The army launched [60] drones.", "The army shot down [60] drones."},
	{"The army fired [60] drones.", "[Sixty] drones hit the depot."},
	{"[Five thousand] people marched.", "[Five thousand] people voted."},
	{"The union demands the release of [30] prisoners.", "The court released [30] prisoners."},
	{"The court freed [30] prisoners.", "The court freed [30] women."},
	{"[Twelve] miners died.", "[Twelve] miners are trapped."},
	{"The fund raised [$30 million].", "The fund lost [$30 million]."},
	{"Guards at the pier noticed [three] boats without lights.", "The fishermen own [nine] boats."},
	{"The striker scored [four] goals this spring.", "Their keeper let in [11] goals at home."},
	{"The quake struck at a depth of [ten kilometres].", "The centre of the quake lay [72 kilometres] from the port."},
	{"The hearing lasted [four days].", "The strike at the port lasted [nine days]."},
	{"Two of the [seven] officers at the gate carried shields.", "A man threw stones at [three] officers in the square."},
	{"[Twelve] people were killed in Kenya.", "[Fourteen] people were killed in Chile."},
	{"The firm had [$54 billion] in revenue.", "The merger will save [$300 million] a year."},
}

// TestWordings lets two papers tell of one event, each with one more sentence, and looks whether its figures share a question.
func TestWordings(t *testing.T) {
	for _, x := range sameQuestion {
		if !shareQuestion(t, x[0], x[1]) {
			t.Errorf("two questions, want one: %q and %q: %s", x[0], x[1], told(x[:]))
		}
	}
	for _, x := range otherQuestion {
		if shareQuestion(t, x[0], x[1]) {
			t.Errorf("one question, want two: %q and %q: %s", x[0], x[1], told(x[:]))
		}
	}
}

// scene is what both papers tell of the event.
const scene = "An emergency was declared in Harwick, a town in Norland, on Monday, Mayor Ida Lunde said."

// paper is an article that tells of the scene and then the sentence, whose figure is in brackets.
func paper(host, sentence string) claim.Reading {
	sentence = strings.NewReplacer("[", "", "]", "").Replace(sentence)
	text := scene + "\n\n" + sentence
	a := &article.Article{URL: "https://" + host + ".example/a", Source: host, Language: "en", Published: "2026-03-10", Title: "Emergency in Harwick, Norland", Text: text}
	a.Blocks = []article.Block{{End: len(scene), Kind: article.Paragraph, Header: -1}, {Start: len(scene) + 2, End: len(text), Kind: article.Paragraph, Header: -1}}
	return ReadArticle(a)
}

// bracketed returns where the figure in brackets stands in its paper's text.
func bracketed(sentence string) int { return len(scene) + 2 + strings.IndexByte(sentence, '[') }

// shareQuestion reports whether one fact holds the figures in brackets of two sentences.
func shareQuestion(t *testing.T, a, b string) bool {
	t.Helper()
	report := reconcile.Reconcile([]claim.Reading{paper("first", a), paper("second", b)})
	for _, f := range report.Facts {
		found := map[string]bool{}
		for _, v := range f.Values {
			for _, s := range v.Sources {
				if s.Start <= bracketed(a) && bracketed(a) < s.End && s.Source == "first" || s.Start <= bracketed(b) && bracketed(b) < s.End && s.Source == "second" {
					found[s.Source] = true
				}
			}
		}
		if len(found) == 2 {
			return true
		}
	}
	return false
}

// told says how the figures of two sentences were read.
func told(sentences []string) string {
	var out []string
	for _, x := range sentences {
		for _, c := range paper("first", x).Claims {
			out = append(out, c.Text+" "+c.Predicate+" "+c.Object+" "+c.Frame.PlaceRole+" "+c.Place)
		}
	}
	return strings.Join(out, "; ")
}
