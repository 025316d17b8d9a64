package attribution

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"crosstally/extractors/lexicon"
)

//go:embed lexicon/*.tsv
var lexicons embed.FS

// A class is a set of word classes. A word may have several: "report" is a verb that says and a document.
type class uint64

// Classes of verbs, by the complement that makes them a report.
const (
	say      class = 1 << iota // a clause or a number: "said (that) 14 died"
	that                       // a that-clause only: "found that"; "found 14 bodies" is an act
	speech                     // done by speakers alone, so that any subject may be credited
	tell                       // a hearer, then a clause
	count                      // a number as its object: "counted 14"
	put                        // "puts the toll at 14", "raised its count to 14"
	give                       // "gave the figure as 14"
	show                       // by documents: "records show"
	want                       // a figure demanded
	plan                       // a figure planned or promised
	deny                       //
	speak                      // with a preposition: "spoke of 14"
	perceive                   // by witnesses: "heard six explosions"
	publish                    // as a participle: "14 deaths verified by the office"
	utter                      // with a demand or an offer: "submitted a request for 40 buses"
	giveUp                     // a plan that is not carried out: "drop a plan to cut 900 jobs"
	level                      // with "at" or "from", where a toll rests: "stopped at 23", "never budged from 58"
)

// Forms of verbs.
const (
	base class = 1 << (iota + 18)
	present
	past
	ing
)

// Classes of nouns.
const (
	person class = 1 << (iota + 22)
	group
	body
	document
	figure
	claim
	wantNoun
	own    // the outlet's own people: "our correspondent"
	prober // whose findings are figures: "auditors found debts of 90 million"
	firm   // by which a text goes on about a company that it has named: "the company"
)

// Classes of particles.
const (
	according class = 1 << (iota + 34)
	citing
	adverb
	aux
	day
	subordinate
	contrast
	link // a preposition inside a noun phrase
	pronoun
	number
	medium
	noun       // a verb form that is as often a noun: "records", "charges"
	object     // a verb of saying that takes a figure as its object: "reported 14 deaths"
	outletNoun // with "this" the outlet itself: "this newspaper"
	undergo    // a verb for what happens to its subject, which he does not plan: "set to lose 40 days' pay"
	bare       // a verb that takes somebody's figure as its object, without its noun: "concedes 48"
	paper      // a document that tells: "letter", "survey"; not "list" or "agreement"
	asked      // a document for which people were asked: "poll"
	toll       // what a toll counts: "dead", "missing"
	ofBody     // before "body", what an organisation is for: "the industry body"
	conduct    // a verb for what makes a survey: "interviews which the institute conducted"
)

const (
	verbs   = say | that | tell | count | put | give | show | want | plan | deny | speak | perceive | bare
	sources = person | group | body | document
)

var classNames = map[string]class{
	"say": say, "that": that, "speech": speech, "tell": tell, "count": count, "put": put, "give": give, "show": show, "want": want,
	"plan": plan, "deny": deny, "speak": speak, "perceive": perceive, "publish": publish, "utter": utter, "conduct": conduct, "give-up": giveUp, "level": level, "undergo": undergo, "firm": firm, "prober": prober,
	"base": base, "present": present, "past": past, "ing": ing,
	"person": person, "group": group, "body": body, "document": document, "figure": figure, "claim": claim, "want-noun": wantNoun, "own": own,
	"according": according, "citing": citing, "adverb": adverb, "aux": aux, "day": day, "subordinate": subordinate, "contrast": contrast,
	"link": link, "pronoun": pronoun, "number": number, "medium": medium, "noun": noun, "object": object, "paper": paper, "bare": bare, "outlet": outletNoun, "toll": toll, "asked": asked, "of-body": ofBody,
}

// words gives the classes of a word in lower case.
var words = loadWords()

func loadWords() map[string]class {
	all := map[string]class{}
	for _, list := range []string{"lexicon/verbs.tsv", "lexicon/nouns.tsv", "lexicon/particles.tsv"} {
		for _, e := range lexicon.Must(lexicons, list, 2) {
			for _, field := range e.Fields[1:] {
				for _, name := range strings.Split(field, ",") {
					c, ok := classNames[name]
					if !ok {
						panic(fmt.Sprintf("%s:%d: no class %q", list, e.Line, name))
					}
					all[e.Fields[0]] |= c
				}
			}
		}
	}
	return all
}

// trades gives for the noun of a company's trade the words of the names that fit it: "lender" -> "bank".
var trades = loadTrades()

type tradeList map[string][]string

func loadTrades() tradeList {
	all := tradeList{}
	for _, e := range lexicon.Must(lexicons, "lexicon/trades.tsv", 2) {
		all[e.Fields[0]] = strings.Split(e.Fields[1], ",")
	}
	return all
}

// fits reports whether a name holds a word of those that go with a trade.
func (l tradeList) fits(trade, name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if slices.Contains(l[trade], w) {
			return true
		}
	}
	return false
}

// GivesUp reports whether a verb in its base form, in small letters, says that a plan is not carried out: "drop", "shelve".
func GivesUp(verb string) bool { return words[verb]&giveUp != 0 }

// Document reports whether a noun in small letters names what tells in writing: "bulletin", "census".
func Document(noun string) bool { return words[noun]&document != 0 }
