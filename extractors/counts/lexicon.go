package counts

import (
	"embed"
	"strconv"
	"strings"

	"crosstally/extractors/lexicon"
)

//go:embed lexicon/*.tsv
var lexiconFS embed.FS

// numberWord is an entry of the number list.
type numberWord struct {
	class string // "unit", "teen", "tens", "scale", "suffix", "group"
	value float64
}

// interval is what a vague word means; hi < 0 is open.
type interval struct{ lo, hi float64 }

// phrase is words with what they mean, for longest match.
type phrase struct {
	words []string
	what  string
}

var (
	numberWords = loadNumbers()
	vagueByLast = map[string][]phrase{} // vague phrases by first word
	vagueMeans  = map[string]interval{}
	leftCues    = map[string][]phrase{} // by last word
	rightCues   = map[string][]phrase{} // by first word
	idioms      = map[string][]phrase{} // by first word
	labels      = map[string]string{}
	currencies  = map[string][2]string{} // unit, where
	measures    = map[string][2]string{} // canonical unit, dimension
	measures2   = map[string][]phrase{}  // of several words, by first word
	plurals     = map[string]string{}
	enumerated  = map[string]string{} // head nouns of what a text itself enumerates
)

func init() {
	for _, e := range lexicon.Must(lexiconFS, "lexicon/vague.tsv", 2) {
		hi := -1.0
		if len(e.Fields) > 2 && e.Fields[2] != "" {
			hi = mustFloat(e.Fields[2])
		}
		w := strings.Fields(e.Fields[0])
		vagueByLast[w[0]] = append(vagueByLast[w[0]], phrase{w, e.Fields[0]})
		vagueMeans[e.Fields[0]] = interval{mustFloat(e.Fields[1]), hi}
	}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/bounds.tsv", 3) {
		w := strings.Fields(e.Fields[0])
		if e.Fields[1] == "left" {
			leftCues[w[len(w)-1]] = append(leftCues[w[len(w)-1]], phrase{w, e.Fields[2]})
		} else {
			rightCues[w[0]] = append(rightCues[w[0]], phrase{w, e.Fields[2]})
		}
	}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/idioms.tsv", 1) {
		w := strings.Fields(e.Fields[0])
		idioms[w[0]] = append(idioms[w[0]], phrase{w, ""})
	}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/labels.tsv", 2) {
		labels[e.Fields[0]] = e.Fields[1]
	}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/currencies.tsv", 3) {
		currencies[e.Fields[0]] = [2]string{e.Fields[1], e.Fields[2]}
	}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/measures.tsv", 3) {
		if w := strings.Fields(e.Fields[0]); len(w) > 1 {
			measures2[w[0]] = append(measures2[w[0]], phrase{w, e.Fields[1] + "\t" + e.Fields[2]})
		} else {
			measures[e.Fields[0]] = [2]string{e.Fields[1], e.Fields[2]}
		}
	}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/enumerated.tsv", 2) {
		enumerated[e.Fields[0]] = e.Fields[1]
	}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/plurals.tsv", 2) {
		plurals[e.Fields[0]] = e.Fields[1]
	}
}

func loadNumbers() map[string]numberWord {
	out := map[string]numberWord{}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/numbers.tsv", 3) {
		out[e.Fields[0]] = numberWord{e.Fields[1], mustFloat(e.Fields[2])}
	}
	return out
}

func mustFloat(s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("counts lexicon: " + err.Error())
	}
	return x
}

// singular returns the singular of a head noun.
func singular(w string) string {
	if s, ok := plurals[w]; ok {
		return s
	}
	if k := strings.LastIndexByte(w, '-'); k > 0 && k+1 < len(w) {
		return w[:k+1] + singular(w[k+1:])
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "s") && len(w) > 2:
		return w[:len(w)-1]
	}
	return w
}
