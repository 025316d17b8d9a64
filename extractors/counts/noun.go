package counts

import (
	"strings"

	"crosstally/extractors"
)

// nounish, adjectival and verbish read a token's tag, which is often wrong: word lists decide where they can.
func nounish(t extractors.Token) bool {
	return strings.HasPrefix(t.Tag, "NN") || plurals[t.Lower] != ""
}

func adjectival(t extractors.Token) bool {
	switch t.Tag {
	case "JJ", "JJR", "JJS", "VBN", "VBG":
		return true
	}
	switch t.Lower {
	case "more", "other", "new", "additional", "further", "newly", "freed", "so-called", "alleged", "suspected", "confirmed", "probable", "remaining", "extra", "fewer", "less", "separate", "different", "hostile", "foreign", "civilian":
		return true
	}
	return false
}

func verbish(toks []extractors.Token, k int) bool {
	if k < 0 || k >= len(toks) {
		return false
	}
	switch toks[k].Tag {
	case "VBD", "VBP", "VBZ", "MD", "VB":
		return true
	}
	switch toks[k].Lower {
	case "is", "was", "are", "were", "has", "have", "had", "died", "said", "will", "would":
		return true
	}
	return false
}

// states are words that stand for the people in that state: "46 dead", "43 injured".
var states = map[string]bool{"dead": true, "injured": true, "wounded": true, "missing": true, "hurt": true, "killed": true, "displaced": true, "homeless": true, "arrested": true, "detained": true, "infected": true,
	"hospitalised": true, "hospitalized": true, "sick": true, "ill": true, "unaccounted": true, "aboard": true, "rescued": true, "evacuated": true, "trapped": true, "stranded": true}

// A nounPhrase is the counted phrase: tokens [from,to) with its head at head.
type nounPhrase struct {
	from, to, head int
	unit           string
}

// nounAfter reports whether a noun phrase begins at k.
func nounAfter(c *context, k int) bool { _, ok := nounAt(c, k, false); return ok }

// nounAt reads the noun phrase from token k: adjectives and nouns up to the first plural, or to the last noun of the run. plural says that
// a singular noun alone is no head for the number ("12 per").
func nounAt(c *context, k int, plural bool) (nounPhrase, bool) {
	np := nounPhrase{from: k, head: -1}
	if k < len(c.toks) && c.at(k) == "of" { // "a dozen of the", "hundreds of people"
		return np, false
	}
	for i := k; i < len(c.toks) && i < k+7; i++ {
		t := c.toks[i]
		low := t.Lower
		if states[low] {
			if i+1 < len(c.toks) && isPlural(c.at(i+1)) && nounish(c.toks[i+1]) {
				continue // "dead women"
			}
			np.head = i
			np.unit = "person"
			break
		}
		if low == "," || low == "“" || low == "\"" || low == "”" || low == "‘" {
			if i > k && adjectival(c.toks[i-1]) && i+1 < len(c.toks) && adjectival(c.toks[i+1]) || (low == "“" || low == "”" || low == "‘") && np.head < 0 && i < k+3 {
				continue
			}
			break
		}
		if isPlural(low) && !adjOnly[low] && (nounish(t) || plurals[low] != "" || t.Tag == "VBZ" && !verbForm[low] && np.head < 0 || t.Tag == "JJ") {
			np.head = i
			if i+1 < len(c.toks) && attributive[low] && nounish(c.toks[i+1]) {
				continue
			}
			break
		}
		if nounish(t) || t.Tag == "FW" {
			np.head = i
			continue
		}
		if np.head >= 0 {
			break
		}
		if adjectival(t) || t.Tag == "RB" && i+1 < len(c.toks) && adjectival(c.toks[i+1]) || low == "-" && c.glued(i) || t.Tag == "POS" {
			continue
		}
		break
	}
	if np.head < 0 {
		return np, false
	}
	np.to = np.head + 1
	low := c.at(np.head)
	if np.unit == "" {
		np.unit = singular(low)
		if np.head > k && compound(c.toks[np.head-1]) && !c.capital(np.head-1) {
			np.unit = c.at(np.head-1) + " " + np.unit
		}
		if np.unit == "crew" || np.unit == "crew crew member" {
			np.unit = "crew member"
		}
	}
	if plural && !isPlural(low) && !states[low] && !massNoun[low] {
		return np, false
	}
	return np, true
}

// compound reports whether a noun before the head belongs to the unit: "polling station", "crew member".
func compound(t extractors.Token) bool {
	return t.Tag == "NN" || t.Tag == "VBG" && strings.HasSuffix(t.Lower, "ing") && len(t.Lower) > 5
}

// attributive plurals stand before another noun: "sports clubs".
var attributive = map[string]bool{"sports": true, "arms": true, "goods": true, "sales": true, "news": true, "systems": true, "weapons": true, "rights": true, "drugs": true, "savings": true, "claims": true, "operations": true, "customs": true, "communications": true}

// verbForm lists third-person verbs that the plural test would take for nouns after a number.
var verbForm = map[string]bool{"says": true, "has": true, "was": true, "is": true, "does": true, "goes": true, "takes": true, "gives": true, "makes": true, "gets": true, "becomes": true, "comes": true, "remains": true, "stands": true, "rises": true, "falls": true, "tells": true, "wants": true, "needs": true, "means": true}

var adjOnly = map[string]bool{"less": true, "previous": true, "various": true, "numerous": true, "serious": true, "its": true, "his": true, "as": true, "this": true, "thus": true, "plus": true, "minus": true, "across": true, "unless": true, "towards": true, "besides": true, "overseas": true, "others'": true, "always": true, "perhaps": true}

// massNoun lists heads without a plural form.
var massNoun = map[string]bool{"people": true, "police": true, "crew": true, "staff": true, "aircraft": true, "personnel": true, "cattle": true, "sheep": true, "others": true, "troops": true, "dead": true, "children": true, "men": true, "women": true}

// objectText is the counted phrase as written.
func objectText(c *context, np nounPhrase) string {
	if np.to <= np.from {
		return ""
	}
	return textOf(c, np.from, np.to)
}

func textOf(c *context, from, to int) string {
	if from < 0 || to > len(c.toks) || from >= to {
		return ""
	}
	field := c.doc.Field(c.sent.Field)
	return strings.Join(strings.Fields(field[c.toks[from].Start:c.toks[to-1].End]), " ")
}
