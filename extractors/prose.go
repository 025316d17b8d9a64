package extractors

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// A tagger gives part-of-speech tags with prose's averaged perceptron weights.
//
// prose itself reloads 30 MB of weights per document, returns no offsets and breaks ties at random; so its
// weights are read once (prose.Asset) and inference runs over our own tokens. Ties go to the first class in prose's list.
type tagger struct {
	classes []string
	known   map[string]string             // words with one tag
	weights map[string]map[string]float64 // feature -> class -> weight
}

var sharedTagger = sync.OnceValue(loadTagger)

func loadTagger() *tagger {
	t := &tagger{}
	decode("classes.gob", &t.classes)
	decode("tags.gob", &t.known)
	decode("weights.gob", &t.weights)
	return t
}

func decode(name string, into any) {
	b, err := prose.Asset(path.Join("model", "AveragedPerceptron", name))
	if err == nil {
		err = gob.NewDecoder(bytes.NewReader(b)).Decode(into)
	}
	if err != nil {
		panic(fmt.Sprintf("read prose's %s: %v", name, err))
	}
}

// tag sets the Tag of every token of one sentence.
func (t *tagger) tag(toks []Token) {
	ctx := make([]string, len(toks)+4)
	ctx[0], ctx[1] = "-START-", "-START2-"
	for i := range toks {
		ctx[i+2] = normalizeWord(proseForm(toks[i].Text))
	}
	ctx[len(ctx)-2], ctx[len(ctx)-1] = "-END-", "-END2-"
	p1, p2 := "-START-", "-START2-"
	for i := range toks {
		w := proseForm(toks[i].Text)
		tag, ok := t.known[w]
		if w == "-" {
			tag = "-"
		} else if !ok {
			tag = t.predict(i+2, ctx, w, p1, p2)
		}
		toks[i].Tag = tag
		p2, p1 = p1, tag
	}
}

func (t *tagger) predict(i int, ctx []string, w, p1, p2 string) string {
	scores := map[string]float64{}
	for _, f := range [...]string{
		"bias", "i suffix " + last3(w), "i pref1 " + string(w[0]), "i-1 tag " + p1, "i-2 tag " + p2,
		"i tag+i-2 tag " + p1 + " " + p2, "i word " + ctx[i], "i-1 tag+i word " + p1 + " " + ctx[i],
		"i-1 word " + ctx[i-1], "i-1 suffix " + last3(ctx[i-1]), "i-2 word " + ctx[i-2],
		"i+1 word " + ctx[i+1], "i+1 suffix " + last3(ctx[i+1]), "i+2 word " + ctx[i+2]} {
		for c, x := range t.weights[f] {
			scores[c] += x
		}
	}
	best, tag := -1e18, ""
	for _, c := range t.classes {
		if x, ok := scores[c]; ok && x > best {
			best, tag = x, c
		}
	}
	return tag
}

func last3(s string) string { return s[max(0, len(s)-3):] }

// proseForm writes a token as prose's tokeniser would.
func proseForm(s string) string {
	switch s {
	case "“", "”", "„", "«", "»":
		return `"`
	}
	return strings.NewReplacer("’", "'", "‘", "'").Replace(s)
}

func normalizeWord(w string) string {
	if strings.Contains(w, "-") && w[0] != '-' {
		return "!HYPHEN"
	}
	if _, err := strconv.Atoi(w); err == nil && len(w) == 4 {
		return "!YEAR"
	}
	if isDigit(w[0]) {
		return "!DIGITS"
	}
	return strings.ToLower(w)
}
