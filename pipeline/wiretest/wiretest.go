// Package wiretest makes news for tests: as many articles as wanted, told by several outlets, about events that never were.
//
// In:  a Wire and a number. Out: the record of that article, the same at every call. No sentence stands twice; the words that
// are not grammar come from a vocabulary of over 100,000, made of syllables by rule. Each article gives about ten figures; those
// of one story rise from article to article, round one another and now and then clash.
package wiretest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"crosstally/pipeline/article"
)

// A Wire is a stream of generated articles.
type Wire struct {
	Seed      uint64
	PerStory  int       // articles on one event; 0 is 8
	PerDay    int       // events that begin each day; 0 is 5
	Countries []string  // where events lie; nil is a list of thirty
	People    []string  // who speaks for the authorities now and then; nil is nobody known
	Start     time.Time // the first day; zero is 5 January 2026
}

// Record returns the n-th article. Story n/PerStory tells one event.
func (w Wire) Record(n int) article.Record {
	per := w.PerStory
	if per == 0 {
		per = 8
	}
	st := w.story(n / per)
	r := rand.New(rand.NewPCG(w.Seed, uint64(n)*2+1))
	k := n % per
	when := st.day.Add(time.Duration(6+7*k)*time.Hour + time.Duration(r.IntN(50))*time.Minute)
	outlet := outlets[(n/per+k*3)%len(outlets)]
	return article.Record{
		URL:       fmt.Sprintf("https://%s.example/%s/%d", strings.ToLower(strings.ReplaceAll(outlet, " ", "")), when.Format("2006/01/02"), n),
		Source:    outlet,
		Published: when.Format(time.RFC3339),
		Title:     fmt.Sprintf(st.kind.title, st.town, st.dead(k)),
		Text:      st.tell(r, k, when),
	}
}

// Night returns what the press prints on a day, counted from its first: some 480 articles, the first on 60 events and more on those of the days before.
func Night(day int) (out []article.Record) {
	const perDay = 60 * 8
	w := Wire{Seed: 17, PerDay: 60, Start: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)}
	date := w.Start.AddDate(0, 0, day).Format(time.DateOnly)
	for n := max(day-3, 0) * perDay; n < (day+1)*perDay; n++ {
		if r := w.Record(n); strings.HasPrefix(r.Published, date) {
			out = append(out, r)
		}
	}
	return out
}

// story draws what all articles on one event share.
func (w Wire) story(i int) *story {
	r := rand.New(rand.NewPCG(w.Seed, uint64(i)*2))
	countries, start, perDay := w.Countries, w.Start, w.PerDay
	if perDay == 0 {
		perDay = 5
	}
	if countries == nil {
		countries = allCountries
	}
	if start.IsZero() {
		start = time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)
	}
	st := &story{
		number: i, town: name(r), river: name(r), county: name(r), country: countries[r.IntN(len(countries))], kind: &kinds[r.IntN(len(kinds))],
		day: start.AddDate(0, 0, i/perDay), toll: 6 + r.IntN(60), hurt: 30 + r.IntN(300), homes: 40 + r.IntN(900), away: 300 + r.IntN(9000),
		mayor: name(r) + " " + name(r), minister: name(r) + " " + name(r), body: name(r) + " Relief",
	}
	if len(w.People) > 0 && r.IntN(3) == 0 {
		st.minister = w.People[r.IntN(len(w.People))]
	}
	return st
}

type story struct {
	number                       int
	town, river, county, country string
	kind                         *kind
	day                          time.Time
	toll, hurt, homes, away      int
	mayor, minister, body        string
}

// dead is the toll that the k-th article gives: it rises.
func (st *story) dead(k int) int { return st.toll + k*(1+st.toll/20) }

type kind struct {
	title string // of town and toll
	what  string
	verb  string
}

var kinds = []kind{
	{"Flood in %s kills %d", "flood", "swept through"},
	{"Fire in %s leaves %d dead", "fire", "burned through"},
	{"%s earthquake: toll rises to %d", "earthquake", "struck"},
	{"Landslide buries part of %s, %d dead", "landslide", "buried part of"},
	{"Storm hits %s, killing %d", "storm", "tore through"},
	{"Explosion in %s kills %d", "explosion", "shook"},
}

// tell writes the k-th article.
func (st *story) tell(r *rand.Rand, k int, when time.Time) string {
	w := func() string { return word(r) }
	day := when.Weekday()
	officials := []string{"the county of " + st.county, "Mayor " + st.mayor, "Minister " + st.minister, "the police of " + st.town}
	who := officials[r.IntN(len(officials))]
	hurt, homes, away := st.hurt+k*(st.hurt/30), st.homes+k*(st.homes/40), st.away
	if r.IntN(6) == 0 {
		homes += 7 // an outlet that disagrees
	}
	var b strings.Builder
	para := func(ss ...string) { b.WriteString(strings.Join(ss, " ")); b.WriteString("\n\n") }
	para(fmt.Sprintf("%s, %s – A %s that %s the town of %s on %s has killed %d people and injured %d, %s said.", strings.ToUpper(st.town), st.country, st.kind.what, st.kind.verb, st.town, st.day.Weekday(), st.dead(k), hurt, who),
		fmt.Sprintf("Rescuers from the %s %s searched the banks of the %s for a further night.", w(), w(), st.river))
	para(fmt.Sprintf("At least %d homes were destroyed in the %s and %s quarters, according to %s.", homes, w(), w(), st.body),
		fmt.Sprintf("Some %s people were taken to shelters near the %s mill after the %s road gave way.", group(away), w(), w()))
	para(fmt.Sprintf("“We heard the %s go before the %s did,” said %s %s, who keeps a %s stall beside the %s market.", w(), w(), name(r), name(r), w(), w()),
		fmt.Sprintf("%d of the injured were in hospital on %s, the %s clinic reported.", hurt/4, day, w()))
	para(fmt.Sprintf("Minister %s promised $%d million for the %s and the %s, of which %d percent would go to the %s farms.", st.minister, 2+st.number%40, w(), w(), 10+st.number%60, w()),
		fmt.Sprintf("The %s bridge, built %d years ago by the %s company, was closed to %s traffic.", w(), 5+r.IntN(60), w(), w()))
	para(fmt.Sprintf("Police arrested %d people who had %s from the %s shops, said officer %s %s.", 2+st.number%9, "stolen", w(), name(r), name(r)),
		fmt.Sprintf("About %d volunteers of the %s league came from the %s valley with %d boats.", 10*(2+st.number%30), w(), w(), 3+r.IntN(20)))
	para(fmt.Sprintf("A %s of the %s council, %s %s, said that the %s had been warned of the %s slope and of the %s dam.", w(), w(), name(r), name(r), w(), w(), w()))
	return strings.TrimSpace(b.String())
}

var syllables = strings.Fields("ba be bi bo bu da de di do du fa fe fi fo ga ge go ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so ta te ti to tu va ve vi vo za zo")

// word makes one of 290,000 words.
func word(r *rand.Rand) string {
	return syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))] + "n"
}

// name makes a name that no list knows.
func name(r *rand.Rand) string {
	w := syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))] + []string{"v", "rt", "nd", "s", "k"}[r.IntN(5)]
	return strings.ToUpper(w[:1]) + w[1:]
}

func group(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

var outlets = strings.Split("Harbour Gazette,Northern Dispatch,Valley Courier,Coast Bulletin,Civic Radio,Daily Lantern,Evening Ledger,Free Observer,Hill Country News,Inland Wire,Metro Chronicle,Open Post,River Times,Summit Standard,Union Herald", ",")

var allCountries = strings.Split("Albania,Argentina,Bangladesh,Bolivia,Brazil,Cameroon,Chile,China,Colombia,Ecuador,Ethiopia,Ghana,Greece,Haiti,Honduras,India,Indonesia,Iran,Italy,Japan,Kenya,Madagascar,Malawi,Mexico,Morocco,Nepal,Nigeria,Pakistan,Peru,Turkey", ",")
