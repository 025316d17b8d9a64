package extractors

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math"
	"path"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// sharedTagger reads prose's weights into tables on first use, in about 0.2 s; commands that tag nothing never do.
var sharedTagger = sync.OnceValue(loadTagger)

// loadTagger reads the weights that prose ships: features as strings, each with its weight by class.
func loadTagger() *tagger {
	var classes []string
	var known map[string]string
	var weights map[string]map[string]float64
	decode("classes.gob", &classes)
	decode("tags.gob", &known)
	decode("weights.gob", &weights)
	return newTables(classes, known, weights)
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

// A builder turns features written as strings into the tagger's tables.
type builder struct {
	*tagger
	ids   map[string]uint8
	pairs map[*word][]pair // rows of a word after a tag
	back  map[[2]uint8]row
	one   map[uint8]row
	two   map[uint8]row
}

type pair struct {
	tag uint8
	row row
}

func newTables(classes []string, known map[string]string, weights map[string]map[string]float64) *tagger {
	b := &builder{
		tagger: &tagger{known: make(map[string]uint8, len(known)), words: make(map[string]*word, 20000), suffixes: make(map[uint32]suffixes, 4000)},
		ids:    map[string]uint8{}, pairs: map[*word][]pair{}, back: map[[2]uint8]row{}, one: map[uint8]row{}, two: map[uint8]row{},
	}
	for _, c := range classes {
		b.id(c)
	}
	b.start, b.start2, b.dash, b.none, b.noun = b.id("-START-"), b.id("-START2-"), b.id("-"), b.id("-NONE-"), b.id("NN")
	for form, tag := range known {
		b.known[form] = b.id(tag)
	}
	for feature, byClass := range weights {
		b.feature(feature, b.row(byClass))
	}
	b.finish()
	return b.tagger
}

// id interns a tag.
func (b *builder) id(tag string) uint8 {
	id, ok := b.ids[tag]
	if !ok {
		if id = uint8(len(b.tags)); id > classMask {
			panic(fmt.Sprintf("prose has more than %d tags", classMask+1))
		}
		b.ids[tag] = id
		b.tags = append(b.tags, tag)
	}
	return id
}

func (b *builder) word(form string) *word {
	w := b.words[form]
	if w == nil {
		w = &word{}
		b.words[form] = w
	}
	return w
}

// row stores weights in thousandths, which is how prose rounds them.
func (b *builder) row(byClass map[string]float64) row {
	r := row{from: uint32(len(b.entries))}
	for class, weight := range byClass {
		id := b.id(class)
		b.entries = append(b.entries, int32(math.Round(weight*1000))<<classBits|int32(id))
		r.classes |= 1 << id
	}
	r.to = uint32(len(b.entries))
	return r
}

// feature files a row under what the feature looks at: "i-1 word the", "i tag+i-2 tag DT IN".
func (b *builder) feature(name string, r row) {
	if name == "bias" {
		b.bias = r
		return
	}
	place, kind, _ := strings.Cut(name, " ")
	kind, value, _ := strings.Cut(kind, " ")
	tag, rest, _ := strings.Cut(value, " ")
	switch place + " " + kind {
	case "i word":
		b.word(value).here = r
	case "i-1 word":
		b.word(value).left1 = r
	case "i-2 word":
		b.word(value).left2 = r
	case "i+1 word":
		b.word(value).right1 = r
	case "i+2 word":
		b.word(value).right2 = r
	case "i suffix":
		b.suffix(value, func(s *suffixes) { s.here = r })
	case "i-1 suffix":
		b.suffix(value, func(s *suffixes) { s.left1 = r })
	case "i+1 suffix":
		b.suffix(value, func(s *suffixes) { s.right1 = r })
	case "i pref1":
		if c := []rune(value); len(c) == 1 && c[0] < 256 { // prose makes a rune of the first byte
			b.first[c[0]] = r
		}
	case "i-1 tag":
		b.one[b.id(value)] = r
	case "i-2 tag":
		b.two[b.id(value)] = r
	case "i tag+i-2": // "i tag+i-2 tag P1 P2": value is "tag P1 P2"
		p1, p2, _ := strings.Cut(rest, " ")
		b.back[[2]uint8{b.id(p1), b.id(p2)}] = r
	case "i-1 tag+i": // "i-1 tag+i word P1 W": value is "word P1 W"
		p1, form, _ := strings.Cut(rest, " ")
		w := b.word(form)
		b.pairs[w] = append(b.pairs[w], pair{b.id(p1), r})
	default:
		panic(fmt.Sprintf("prose has an unknown feature %q (%q)", name, tag))
	}
}

func (b *builder) suffix(s string, set func(*suffixes)) {
	rows := b.suffixes[suffixKey(s)]
	set(&rows)
	b.suffixes[suffixKey(s)] = rows
}

// finish makes the tables that need all tags and words to be known.
func (b *builder) finish() {
	b.hyphenated, b.year, b.digits = b.word("!HYPHEN"), b.word("!YEAR"), b.word("!DIGITS")
	for k, mark := range [...]string{"-START-", "-START2-", "-END-", "-END2-"} {
		b.ends[k] = b.word(mark)
	}
	for form, w := range b.words {
		w.suffix = b.suffixes[suffixKey(form)]
	}
	n := len(b.tags)
	b.back1, b.back2, b.backs = make([]row, n), make([]row, n), make([]row, n*n)
	for tag, r := range b.one {
		b.back1[tag] = r
	}
	for tag, r := range b.two {
		b.back2[tag] = r
	}
	for tags, r := range b.back {
		b.backs[int(tags[0])*n+int(tags[1])] = r
	}
	for w, ps := range b.pairs {
		w.pairs[0] = uint32(len(b.pairTags))
		for _, p := range ps {
			b.pairTags = append(b.pairTags, p.tag)
			b.pairRows = append(b.pairRows, p.row)
		}
		w.pairs[1] = uint32(len(b.pairTags))
	}
}
