package claim

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/counts"
	"crosstally/extractors/lexicon"
	"crosstally/pipeline/article"
)

// A modalFrame says which side of a cue its modality reaches and what must stand beside the cue.
type modalFrame string

// The frames, as lexicon/modality.tsv names them.
const (
	frameRight   modalFrame = "right"   // what follows in the clause: "called for 40 trucks"
	frameBoth    modalFrame = "both"    // subject and what follows: "40 men are due to be freed"
	frameLeft    modalFrame = "left"    // the subject: "300 jobs are at risk"
	frameTo      modalFrame = "to"      // what follows the complement's "to" or "that": "asked 12 towns to house 40 families" demands 40, not 12
	frameWant    modalFrame = "want"    // as right, but "wants to hire 40" is the subject's own plan
	frameShould  modalFrame = "should"  // subject and what follows, weaker than a plan in the same clause
	frameMust    modalFrame = "must"    // a demand; with a passive a ruling in force: "six ballots must be repeated"
	frameWill    modalFrame = "will"    // a plan if the verb is an act that somebody can decide on
	frameWould   modalFrame = "would"   // a plan where told ("said that 40 would be freed") or provided for ("which would pay 40"), else a supposition
	frameModal   modalFrame = "modal"   // subject and what follows, unless it tells an ability: "could see two fires"
	frameBelief  modalFrame = "belief"  // what follows; the subject too in the passive: "40 are feared dead"
	framePoll    modalFrame = "poll"    // the whole clause: "the exit poll gives them 40 seats"
	frameDeny    modalFrame = "deny"    // what follows if it is a statement: "denied that 40 died", not "denied 40 visas"
	frameFalse   modalFrame = "false"   // a statement as subject: "a report of 40 dead was untrue"
	frameVersion modalFrame = "version" // what the text said before and takes back
	frameIf      modalFrame = "if"      // the condition and, where it stands first, the consequence
	frameBeTo    modalFrame = "beto"    // "40 are to be freed"
	frameToBe    modalFrame = "tobe"    // a subject without a verb: "40 ballots, to be cast again"
	frameDeclare modalFrame = "declare" // a time to come: "declared three days of mourning"
	frameColon   modalFrame = "colon"   // what a verbless line offers or asks for: "their demand: 40 jobs"
	frameFuture  modalFrame = "future"  // what follows, once the clause looks ahead
	frameWhether modalFrame = "whether" // what is asked or not known
	frameNone    modalFrame = "none"    // what follows the complement's "that": "no proof was given that 40 died"
	frameFace    modalFrame = "face"    // a penalty: "faces 20 years in prison"
	frameHearsay modalFrame = "hearsay" // as both, but before a participle only what follows: "jailed for allegedly taking 40"
	frameOffer   modalFrame = "offer"   // money or a share that is offered: "offered four percent"
	frameCuts    modalFrame = "cuts"    // "announced 300 job cuts"
	frameComma   modalFrame = "comma"   // what follows up to the next stop: "contrary to claims of 50 deaths,"
	frameCharge  modalFrame = "charge"  // what somebody is accused of, up to the next accused
	frameNeed    modalFrame = "need"    // money that is asked for: "needs $5 million"
	frameDeed    modalFrame = "deed"    // an act that is ordered by its noun: "approved the hiring of 40"
	frameScheme  modalFrame = "scheme"  // what a plan says: "the reform provides for 900 fewer jobs"
)

type modalCue struct {
	words    []string
	modality Modality
	frame    modalFrame
}

// modalCues holds the cues by first word, longest first.
var modalCues = loadModalCues()

func loadModalCues() map[string][]modalCue {
	cues := map[string][]modalCue{}
	for _, e := range lexicon.Must(lexicons, "lexicon/modality.tsv", 3) {
		c := modalCue{strings.Fields(e.Fields[0]), Modality(e.Fields[1]), modalFrame(e.Fields[2])}
		list := cues[c.words[0]]
		at := len(list)
		for at > 0 && len(list[at-1].words) < len(c.words) {
			at--
		}
		cues[c.words[0]] = append(list[:at], append([]modalCue{c}, list[at:]...)...)
	}
	return cues
}

// modalities returns how a sentence puts what stands at each of its tokens. It reads the sentence once, so the builder
// asks for it once a sentence and looks its counts up with modalityOf.
func modalities(d *extractors.Document, s *extractors.Sentence) []Modality {
	r := newModalReader(s.Tokens)
	for i := 0; i < len(r.toks); i++ {
		if c, j := r.cueOver(i); c != nil {
			r.apply(c, i, j)
			if len(c.words) > 1 {
				i += len(c.words) - 2 // the last word of a cue may begin another: "plans to be"
			}
		}
		r.corrected(i)
		switch w := r.low(i); {
		case modalWords["wish-demand"][w]:
			r.wish(i, i+1, Demanded)
		case modalWords["wish-plan"][w], w == "target":
			r.wish(i, i+1, Planned)
		}
	}
	if s.Field == extractors.Title || s.Kind == article.Heading {
		r.headlineTo()
	}
	r.undone()
	r.question()
	r.applySettled()
	r.afterColon()
	r.exempt()
	r.applySettled()
	if !r.polled && r.shares(false) && afterPoll(d, s) {
		r.shares(true)
	}
	if s.Kind == article.Item && demandsBefore(d, s) {
		r.demandItem()
	}
	from, to := ownMistake(d, s)
	if takenBack(d, s) {
		from, to = 0, len(r.of)
	}
	for k := from; k < to; k++ {
		r.of[k] = Denied
	}
	return r.of
}

// applySettled gives the numbers whose own description says how they are meant that modality, whatever else covers them.
func (r *modalReader) applySettled() {
	for _, f := range r.settled {
		for k := max(0, f.from); k < f.to; k++ {
			r.of[k] = f.m
		}
	}
}

// afterPoll reports whether the sentence before, in the same block, gives a projection.
func afterPoll(d *extractors.Document, s *extractors.Sentence) bool {
	goesOn := len(s.Tokens) > 0 && (s.Tokens[0].Text == "It" || s.Tokens[0].Text == "They") // a paragraph later
	for k := s.Index - 1; k >= 0 && k >= s.Index-2 && (d.Sentences[k].Block == s.Block || goesOn && k == s.Index-1) && d.Sentences[k].Field == s.Field; k-- {
		r := newModalReader(d.Sentences[k].Tokens)
		for i := range r.toks {
			if c := r.cueAt(i); c != nil && c.frame == framePoll {
				r.apply(c, i, i+len(c.words))
			}
		}
		if r.polled {
			return true
		}
	}
	return false
}

// modalityOf returns the modality of a count, given those of its sentence's tokens.
func modalityOf(of []Modality, c *counts.Mention) Modality {
	if c.Corrected {
		return Denied
	}
	if (c.Rule == "counts/compound" || c.Kind == counts.Measure && strings.Contains(c.Text, "-")) && c.Kind != counts.Duration && !lastingUnit(c.Unit) && !lastingUnit(c.Unit+"s") {
		return Asserted // "a 300-bed hospital is to open": a property of what is planned
	}
	m := Asserted
	for k := max(0, c.From); k < c.To && k < len(of); k++ {
		if modalRank(of[k]) > modalRank(m) {
			m = of[k]
		}
	}
	return m
}

// modalRank orders the modalities where scopes overlap: "denied that they had asked for 40" is denied, "may release 40" possible.
func modalRank(m Modality) int {
	switch m {
	case Planned:
		return 1
	case Possible:
		return 2
	case Demanded:
		return 3
	case Denied:
		return 4
	}
	return 0
}

// takenBack reports whether the next sentence of the block takes this one's report back: "That was wrong."
func takenBack(d *extractors.Document, s *extractors.Sentence) bool {
	k := s.Index + 1
	if k >= len(d.Sentences) || d.Sentences[k].Block != s.Block || d.Sentences[k].Field != s.Field {
		return false
	}
	next := d.Sentences[k].Tokens
	for len(next) > 0 && (next[0].Lower == "but" || strings.Contains("\"“‘", next[0].Lower)) {
		next = next[1:]
	}
	if len(next) < 3 || !backReference[next[0].Lower] {
		return false
	}
	depth := 0
	for i := 1; i < len(next) && i < 25; i++ {
		switch {
		case next[i].Lower == ",":
			depth++ // "That call, made to 40 homes, was a mistake": the verb follows the second comma
		case isCopula(next[i].Lower) && (i <= 6 || depth == 2):
			for j := i + 1; j < len(next) && j < i+4; j++ {
				for _, c := range modalCues[next[j].Lower] {
					if c.frame == frameFalse && matches(next, j, c.words) {
						end := j + len(c.words)
						return next[j-1].Lower != "no" && next[j-1].Lower != "not" && (end >= len(next) || !strings.HasPrefix(next[end].Tag, "NN")) && tellsReport(s.Tokens)
					}
				}
			}
			return false
		}
	}
	return false
}

// ownMistake returns the tokens of what an outlet had said in error and now tells: "We also wrote that 12 were held", beside a word
// such as "correction".
func ownMistake(d *extractors.Document, s *extractors.Sentence) (from, to int) {
	t := s.Tokens
	said := -1
	for i := 0; i+1 < len(t) && i < 14 && said < 0; i++ {
		if t[i].Lower != "we" {
			continue
		}
		k := i + 1
		for k < len(t) && t[k].Tag == "RB" {
			k++
		}
		if k+1 < len(t) && modalWords["version"][t[k].Lower] && t[k].Tag == "VBD" && t[k+1].Lower == "that" {
			said = k
		}
	}
	if said < 0 {
		return 0, 0
	}
	for to = said; to < len(t) && t[to].Lower != ";"; {
		to++
	}
	for k := max(0, s.Index-4); k <= s.Index+2 && k < len(d.Sentences); k++ {
		for i := range d.Sentences[k].Tokens {
			if modalWords["amends"][d.Sentences[k].Tokens[i].Lower] {
				return said, to
			}
		}
	}
	return 0, 0
}

// tellsReport reports whether a sentence is told as somebody's words, which alone can be taken back.
func tellsReport(toks []extractors.Token) bool {
	for i := range toks {
		if modalWords["report"][toks[i].Lower] {
			return true
		}
	}
	return false
}

var backReference = map[string]bool{"that": true, "this": true, "it": true, "these": true, "those": true, "they": true, "both": true}

func isCopula(w string) bool {
	switch w {
	case "is", "was", "are", "were", "be", "been", "being", "'s", "'re", "proved", "turned", "remains", "looks", "seems":
		return true
	}
	return false
}

func matches(toks []extractors.Token, i int, words []string) bool {
	if i+len(words) > len(toks) {
		return false
	}
	for k, w := range words {
		if toks[i+k].Lower != w {
			return false
		}
	}
	return true
}
