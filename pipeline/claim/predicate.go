package claim

import (
	"strings"

	"crosstally/extractors"
)

// An occurrence is a term of the lexicon in a sentence.
type occurrence struct {
	from, to int // its tokens
	term     *term
	voice    voice
}

// onBoard is the state of those on a vehicle, whatever it is called.
var onBoard *term

// A voice says whether a verb's object stands before or behind it.
type voice uint8

const (
	active  voice = iota
	passive       // "were killed", and "14 killed" without an auxiliary
)

// maxGap is the most words between the parts of "set … free", maxFarGap those between the parts of "bring … out alive", which one word
// more makes sure.
const (
	maxGap    = 8
	maxFarGap = 14
)

// occurrences appends the terms found in toks: at each token the longest of each class and slot.
func occurrences(toks []extractors.Token, named []bool, out []occurrence) []occurrence {
	for i := 0; i < len(toks); i++ {
		if named[i] {
			continue
		}
		if n := aboard(toks, i); n > 0 {
			out = append(out, occurrence{from: i, to: i + n, term: onBoard})
			i += n - 1
			continue
		}
		if n, t := heldIn(toks, i); n > 0 {
			out = append(out, occurrence{from: i, to: i + n, term: t})
			i += n - 1
			continue
		}
		ts := terms[toks[i].Lower]
		if len(ts) == 0 || figurative(toks, i) {
			continue
		}
		best, at := 0, len(out)
		for k := range ts {
			t := &ts[k]
			n := t.match(toks, i)
			if n == 0 {
				continue
			}
			weight := 1 + len(t.tail)
			if weight < best {
				continue
			}
			o := occurrence{from: i, to: i + n, term: t}
			if t.gap >= 0 && n > weight {
				o.to = i + 1
			}
			if t.slot == objectSlot || t.slot == subjectSlot {
				if t.slot == objectSlot {
					o.voice = voiceOf(toks, i, o.to, t.form)
				}
				if weight == 1 && (nominal(toks, i, t.form) || t.class.name == "have" && auxiliary(toks, i)) {
					continue
				}
			}
			if weight > best {
				best, out = weight, out[:at]
			}
			out = append(out, o)
		}
		if best > 1 && len(out) > at {
			if to := out[at].to; to > i+1 {
				i = to - 1
			}
		}
	}
	return out
}

// figurative reports a word at token i that is used of another thing than it names: "late Saturday" is no delay, "a flood of letters" no water.
func figurative(toks []extractors.Token, i int) bool {
	if i+1 >= len(toks) {
		return false
	}
	before := ""
	if i > 0 {
		before = toks[i-1].Lower
	}
	switch next := toks[i+1].Lower; toks[i].Lower {
	case "late":
		return timeWord[next] || partsOfDay[next] || toks[i+1].Tag == "CD" || i > 0 && toks[i-1].Tag == "PRP$" || before == "the" && toks[i+1].Tag == "NNP" // "his late father"
	case "lose", "loses", "losing", "lost":
		return next == "out"
	case "negative", "positive":
		return strings.HasPrefix(toks[i+1].Tag, "NN") && !findings[next] // "had a negative opinion"
	case "terms":
		return before == "in" && next == "of"
	case "flood", "floods", "tsunami", "avalanche":
		return next == "of" && toks[i].Tag != "VB"
	}
	return false
}

// findings are what is negative or positive of those who were tested.
var findings = tell.Of("test-findings")

// vehicles are what people are on board of.
var vehicles = tell.Of("vehicles")

// maxVehicle is how many tokens name a vehicle at most.
const maxVehicle = 7

// aboard returns how many tokens of "on the crashed plane" begin at i, 0 for none. "On planes" alone tells no one vehicle.
func aboard(toks []extractors.Token, i int) int {
	if w := toks[i].Lower; w != "on" && w != "aboard" && w != "inside" {
		return 0
	}
	if i > 0 && isBe(toks[i-1].Lower) && i+1 < len(toks) && toks[i+1].Lower == "it" {
		return 2 // "eleven vehicles were on it"
	}
	for k := i + 1; k < len(toks) && k <= i+maxVehicle; k++ {
		if vehicles[toks[k].Lower] {
			return k - i + 1
		}
		switch tag := toks[k].Tag; {
		case toks[k].Lower == "(" || toks[k].Lower == ")" || tag == "CD": // "the 12-metre (40-foot) boat"
		case tag == "DT", tag == "PRP$", tag == "JJ", tag == "VBN", tag == "NNP", tag == "POS", tag == "NN" && k > i+1:
		default:
			return 0
		}
	}
	return 0
}

// heldIn returns how many tokens of "in Russian prisons" begin at i, behind a word that says that somebody is or stays there, and the
// state that this is; 0 for none. What happens in a hospital befalls others than its patients.
func heldIn(toks []extractors.Token, i int) (int, *term) {
	if w := toks[i].Lower; w != "in" && w != "inside" || i == 0 {
		return 0, nil
	}
	stays := false
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		stays = stays || isBe(toks[k].Lower) || staying[toks[k].Lower]
	}
	for k := i + 1; stays && k < len(toks) && k <= i+5; k++ {
		t := wards[toks[k].Lower]
		if t == nil && centres[toks[k].Lower] {
			t = wards[toks[k-1].Lower+" centre"]
		}
		if t != nil {
			if k+1 < len(toks) && strings.HasPrefix(toks[k+1].Tag, "NN") {
				return 0, nil // "in a prison van"
			}
			return k - i + 1, t
		}
		switch tag := toks[k].Tag; {
		case tag == "DT", tag == "PRP$", tag == "JJ", tag == "NNP", tag == "NNPS", tag == "POS", tag == "NN", tag == "CD", tag == "VBN":
		default:
			return 0, nil
		}
	}
	return 0, nil
}

// staying are words for being or being kept somewhere.
var staying = tell.Of("staying")

// centres are halls whose use the word before tells: "collective centres".
var centres = tell.Of("centres")

// wards are where prisoners, patients and the homeless are kept, with the state that being there is.
var wards = map[string]*term{}

// match returns how many tokens from i on t covers, 0 for none.
func (t *term) match(toks []extractors.Token, i int) int {
	k := i + 1
	for n, w := range t.tail {
		if n == t.gap {
			limit := k + maxGap
			if len(t.tail) > 1 {
				limit = k + maxFarGap
			}
			for k < len(toks) && k <= limit && toks[k].Lower != w {
				if isClauseStop(toks[k].Lower) {
					return 0
				}
				k++
			}
			if k > limit {
				return 0
			}
		}
		if k >= len(toks) || toks[k].Lower != w && !(w == "their" && standsForTheir[toks[k].Lower]) {
			return 0
		}
		k++
	}
	if n := len(t.tail); n > 0 && t.gap >= 0 && t.tail[n-1] == "to" && k < len(toks) && toks[k].Tag == "VB" {
		return 0 // "takes 37 to form a government"
	}
	if n := len(t.tail); n == 1 && t.tail[0] == "out" && strings.HasPrefix(toks[i].Lower, "turn") && k+1 < len(toks) && toks[k].Lower == "to" && strings.HasPrefix(toks[k+1].Tag, "VB") {
		return 0 // "which turned out to be wrong"
	}
	if n := len(t.tail); n > 0 && t.tail[n-1] == "by" && (t.class.name == "grow" || t.class.name == "fall") && k < len(toks) && (toks[k].Tag == "DT" || toks[k].Tag == "NNP" || toks[k].Tag == "PRP$") {
		return 0 // "was raised by the fund"
	}
	return k - i
}

var standsForTheir = map[string]bool{"his": true, "her": true, "its": true, "our": true, "my": true, "your": true, "the": true}

func isClauseStop(w string) bool {
	switch w {
	case ".", ";", ":", "?", "!", "—", "|", "(", ")":
		return true
	}
	return false
}

// nominal reports whether a verb's plain or -ing form at i stands as a noun: "the strike", "two releases", "of arrest".
func nominal(toks []extractors.Token, i int, f verbForm) bool {
	if i == 0 {
		return f == plainForm && (toks[i].Tag == "NN" || toks[i].Tag == "NNS" || len(toks) > 2 && strings.HasPrefix(toks[1].Tag, "NN") && strings.HasPrefix(toks[2].Tag, "VB")) // "Phone data show"
	}
	if w := toks[i-1].Lower; f == plainForm && toks[i].Tag == "NN" && (w == "has" || w == "have" || w == "had" || w == "having") && !beginsObject(toks, i+1) {
		return true // "who has experience"
	}
	if f == plainForm && toks[i-1].Tag == "CD" && (toks[i].Tag == "NNS" && strings.HasSuffix(toks[i].Lower, "s") || toks[i].Tag == "NN" && toks[i-1].Lower == "one") {
		return true // "1,560 trains", "one guard"
	}
	if f == plainForm && (toks[i].Tag == "NN" || toks[i].Tag == "NNS") && strings.HasPrefix(toks[i-1].Tag, "NN") {
		return i+1 == len(toks) || toks[i+1].Tag != "CD" && toks[i+1].Tag != "DT" && !bounds(toks, i+1)
	}
	if f == pastForm || f == partForm {
		switch toks[i-1].Tag {
		case "DT", "PRP$", "JJ", "CD":
			return toks[i].Tag == "NN" || toks[i].Tag == "NNS"
		}
		return false
	}
	if f == ingForm && (toks[i-1].Tag == "DT" || toks[i-1].Tag == "PRP$") && i+1 < len(toks) && strings.HasPrefix(toks[i+1].Tag, "NN") {
		return true // "the governing party"
	}
	if f == ingForm && toks[i].Tag == "NN" && (toks[i-1].Tag == "DT" || toks[i-1].Tag == "PRP$" || toks[i-1].Tag == "JJ") {
		return true // "people in the building"
	}
	switch toks[i-1].Tag {
	case "DT", "PRP$", "POS", "JJ":
		return f == plainForm || i+1 < len(toks) && toks[i+1].Lower == "of"
	case "IN":
		return f == plainForm && toks[i-1].Lower != "that"
	case "TO":
		return f == plainForm && i > 1 && toks[i-2].Lower == toks[i].Lower // "from house to house"
	}
	return false
}

// auxiliary reports whether the form of "have" at i only helps another verb: "had also counted".
func auxiliary(toks []extractors.Token, i int) bool {
	for k := i + 1; k < len(toks) && k <= i+3; k++ {
		switch t := &toks[k]; {
		case t.Tag == "VBN" || t.Tag == "VBD" || t.Lower == "been" || t.Lower == "to":
			return true
		case t.Tag != "RB" && t.Lower != "n't" && t.Lower != "not":
			return false
		}
	}
	return false
}

// voiceOf reads whether the verb in tokens [i,to) has its object before it.
func voiceOf(toks []extractors.Token, i, to int, f verbForm) voice {
	if f != partForm {
		return active
	}
	have := false
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		w := toks[k].Lower
		switch {
		case isBe(w):
			return passive
		case w == "have" || w == "has" || w == "had" || w == "having" || w == "'ve":
			have = true
		case toks[k].Tag == "RB", w == "not", w == "n't", w == "also", w == "then", w == "all", w == "already", w == "just", w == "now", w == "still", w == "so", w == "far":
			continue
		}
		break
	}
	if have || beginsObject(toks, to) {
		return active
	}
	return passive
}

func isBe(w string) bool {
	switch w {
	case "was", "were", "been", "be", "being", "is", "are", "'re", "got", "get", "gets", "getting", "'s":
		return true
	}
	return false
}

// beginsObject reports whether a noun phrase begins at token k.
func beginsObject(toks []extractors.Token, k int) bool {
	if k >= len(toks) {
		return false
	}
	switch toks[k].Tag {
	case "DT", "CD", "PRP", "PRP$", "JJ", "JJS", "JJR", "NN", "NNS", "NNP", "NNPS", "$":
		return !timeWord[toks[k].Lower]
	}
	return bounds(toks, k)
}

// bounds reports whether words that bound a figure begin at token k: "at least", "more than", "dozens".
func bounds(toks []extractors.Token, k int) bool {
	switch toks[k].Lower {
	case "at":
		return k+1 < len(toks) && (toks[k+1].Lower == "least" || toks[k+1].Lower == "most")
	case "over", "well", "just", "roughly", "approximately": // "injured over 40", but "injured over the weekend", "over two days"
		return k+1 < len(toks) && (bounds(toks, k+1) || toks[k+1].Tag == "CD" && !(k+2 < len(toks) && timeWord[toks[k+2].Lower]))
	case "more", "fewer", "about", "around", "some", "nearly", "almost", "up", "dozens", "hundreds", "thousands", "scores", "as", "between":
		return true
	}
	return false
}

// verbRightBefore returns the verb, but for those of telling, being and having, whose object the count at token from is: "Police [stopped] 40 drivers".
func (s *sentence) verbRightBefore(from int) string {
	k := from - 1
	for k > 0 && (s.toks[k].Tag == "RB" || s.toks[k].Tag == "DT") {
		k--
	}
	if k < 0 || !strings.HasPrefix(s.toks[k].Tag, "VB") || s.toks[k].Tag == "VBG" {
		return ""
	}
	switch w := s.toks[k].Lower; {
	case telling[w], retelling[w], witnessing[w], timeWord[w], isBe(w), w == "has", w == "had", w == "have", w == "|":
		return ""
	default:
		return w
	}
}

// witnessing are verbs for how somebody comes to know of what is counted, and those that say little.
var witnessing = tell.Of("witnessing")

// timeWord are nouns that follow a verb as a time, not as its object: "14 killed Monday".
var timeWord = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,

	"yesterday": true, "today": true, "tonight": true, "overnight": true, "last": true, "this": true, "earlier": true, "later": true, "so": true, "as": true}
