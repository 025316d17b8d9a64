package names

import (
	"strings"
	"sync"

	"crosstally/extractors/lexicon"
)

// Spellings of one name are compared as JRC-Names does: words are brought to a plain form by rewrites of what
// transliterations differ in, then scored by an edit distance in which vowels cost little. Names that share a Key may be
// variants; SamePerson and SameName decide. The reconciler asks for more (role, shared names) before it merges across articles.

// sameSurname is the least similarity of two spellings of one family name, measured: variants reach .98
// (Kalesnikava, Kolesnikova), different names that share a key stay below .95 (Macron, Macaron .94).
const (
	sameSurname = .95
	sameGiven   = .90
	samePlace   = .93
)

// rewrites bring spellings of one sound together; each is applied to the folded word, in this order.
var rewrites = strings.NewReplacer(
	"tsch", "c", "tch", "c", "sch", "s", "dzh", "j", "kh", "h", "gh", "g", "ch", "c", "sh", "s", "zh", "z", "ts", "t", "tz", "t",
	"ph", "f", "th", "t", "ck", "k", "cz", "c", "sz", "s", "x", "ks", "q", "k", "w", "v", "ous", "ovs", "ouk", "ovk", "aus", "avs", "ia", "a", "ya", "a", "ja", "a",
	"iy", "i", "yj", "i", "ij", "i", "iu", "u", "yu", "u", "ye", "e", "ou", "u", "oo", "u", "ee", "i", "y", "i", "j", "i", "'", "", "-", "", "’", "",
)

// plain is w folded, rewritten and with doubled letters made single.
func plain(w string) string {
	w = rewrites.Replace(Fold(w))
	b := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		if n := len(b); n == 0 || b[n-1] != w[i] {
			b = append(b, w[i])
		}
	}
	return string(b)
}

func isVowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// Key returns the block under which spellings of a name meet: the first letter and the consonants of its last word.
func Key(name string) string {
	_, last := ends(name)
	w := plain(last)
	if w == "" {
		return ""
	}
	b := []byte{w[0]}
	if isVowel(w[0]) {
		b[0] = 'a'
	}
	for i := 1; i < len(w); i++ {
		if !isVowel(w[i]) {
			b = append(b, w[i])
		}
	}
	return string(b)
}

// Similar scores two words from 0 to 1: 1 minus their weighted edit distance over the longer one's length.
func Similar(a, b string) float64 {
	a, b = plain(a), plain(b)
	if a == b {
		return 1
	}
	n := max(len(a), len(b))
	if n == 0 || n > 40 {
		return 0
	}
	prev, cur := make([]float64, len(b)+1), make([]float64, len(b)+1)
	for j := 1; j <= len(b); j++ {
		prev[j] = prev[j-1] + gapCost(b, j-1)
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = prev[0] + gapCost(a, i-1)
		for j := 1; j <= len(b); j++ {
			cur[j] = min(prev[j]+gapCost(a, i-1), cur[j-1]+gapCost(b, j-1), prev[j-1]+swapCost(a[i-1], b[j-1]))
		}
		prev, cur = cur, prev
	}
	return max(0, 1-prev[len(b)]/float64(n))
}

// gapCost is the cost of letter i of w where the other spelling lacks it; less for an i or e beside a vowel ("Kiev", "Kyiv").
func gapCost(w string, i int) float64 {
	switch {
	case (w[i] == 'i' || w[i] == 'e') && (i > 0 && isVowel(w[i-1]) || i+1 < len(w) && isVowel(w[i+1])):
		return .3
	case isVowel(w[i]), w[i] == 'h':
		return .4
	}
	return 1
}

// swapCost is the cost of one letter for another; transliterations differ in vowels, a and o most of all.
func swapCost(a, b byte) float64 {
	if a == b {
		return 0
	}
	if a > b {
		a, b = b, a
	}
	switch string([]byte{a, b}) {
	case "ao", "iu", "ei", "ou":
		return .1
	case "ae", "au", "eo", "eu":
		return .2
	case "ai", "io":
		return .4
	case "gh", "gk", "bv", "dt", "sz", "cs", "fv", "ck", "gq", "kq":
		return .5
	}
	return 1
}

// SamePerson reports whether two names can be spellings of one person's: family names at least .95 alike, given names
// that agree (equal, listed as equivalent, an initial, .9 alike), and no clash of gender. A family name alone agrees with
// a full name. It never takes two different given names for one person.
func SamePerson(a, b string) bool {
	fa, fb := strings.Fields(a), strings.Fields(b)
	if len(fa) == 0 || len(fb) == 0 || Similar(fa[len(fa)-1], fb[len(fb)-1]) < sameSurname || genderClash(fa, fb) {
		return false
	}
	if len(fa) == 1 || len(fb) == 1 {
		return true
	}
	return sameGivenName(fa[0], fb[0])
}

func sameGivenName(a, b string) bool {
	x, y := Fold(strings.TrimSuffix(a, ".")), Fold(strings.TrimSuffix(b, "."))
	if x == y || (len(x) == 1 || len(y) == 1) && x[:1] == y[:1] {
		return true
	}
	sets := givenSets()
	for _, i := range sets[x] {
		for _, j := range sets[y] {
			if i == j {
				return true
			}
		}
	}
	return Similar(x, y) >= sameGiven
}

// givenSets maps a folded given name to the lines of given_name_sets.tsv that hold it.
var givenSets = sync.OnceValue(func() map[string][]int {
	m := map[string][]int{}
	for i, e := range lexicon.Must(lists, "lexicon/given_name_sets.tsv", 2) {
		for _, n := range e.Fields {
			m[Fold(n)] = append(m[Fold(n)], i)
		}
	}
	return m
})

// feminine and masculine endings of Slavic and Baltic family names.
var (
	feminine  = [...]string{"skaya", "skaia", "skaja", "ska", "ova", "eva", "ieva", "yeva", "ina", "ienė", "iene", "aitė", "ová"}
	masculine = [...]string{"ski", "sky", "skyi", "skiy", "skyy", "skii", "ov", "ev", "iev", "yev", "in", "as"}
)

// genderClash reports names of a man and a woman: by family names' endings, else by given names that only one has.
func genderClash(a, b []string) bool {
	la, lb := Fold(a[len(a)-1]), Fold(b[len(b)-1])
	fa, fb := hasEnding(la, feminine[:]), hasEnding(lb, feminine[:])
	ma, mb := hasEnding(la, masculine[:]), hasEnding(lb, masculine[:])
	if fa && mb && !ma || fb && ma && !mb {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return false
	}
	g := sharedGazetteer()
	x, y := g.lookup(Fold(a[0])).class&(male|female), g.lookup(Fold(b[0])).class&(male|female)
	return x == male && y == female || x == female && y == male
}

// Gender tells whether a full name is a man's ('m') or a woman's ('f'), by its given name, else by the ending of its
// family name; 0 where neither tells.
func Gender(name string) byte {
	w := strings.Fields(name)
	if len(w) < 2 {
		return 0
	}
	switch sharedGazetteer().lookup(Fold(w[0])).class & (male | female) {
	case male:
		return 'm'
	case female:
		return 'f'
	}
	if last := Fold(w[len(w)-1]); hasEnding(last, feminine[:]) && !strings.HasSuffix(last, "ska") { // "Hruška" is a man's too
		return 'f'
	}
	return 0
}

func hasEnding(w string, endings []string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) && len(w) > len(e)+1 {
			return true
		}
	}
	return false
}

// SameName reports whether two names of places or bodies are spellings of one: word for word .93 alike, articles of
// Arabic and Spanish names left out ("El Obeid", "Al-Ubayyid"), and no words that differ in meaning.
func SameName(a, b string) bool {
	wa, wb := nameWords(a), nameWords(b)
	if len(wa) != len(wb) || len(wa) == 0 {
		return false
	}
	g := sharedGazetteer()
	for i := range wa {
		if wa[i] == wb[i] {
			continue
		}
		if g.lookup(wa[i]).node.kind&g.lookup(wb[i]).node.kind&country != 0 && len(wa) == 1 {
			return false // "Niger", "Nigeria"
		}
		if len(wa[i]) < 3 || g.lookup(wa[i]).class&(common|starter) != 0 || g.lookup(wb[i]).class&(common|starter) != 0 {
			return false
		}
		if Key(wa[i]) != Key(wb[i]) || Similar(wa[i], wb[i]) < samePlace {
			return false
		}
	}
	return true
}

func nameWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(Fold(s), func(r rune) bool { return r == ' ' || r == '-' }) {
		switch w {
		case "al", "el", "the", "ad", "an", "ar", "as", "at", "az", "umm", "um":
			if len(out) == 0 && (w == "umm" || w == "um") {
				out = append(out, "um")
			}
			continue
		}
		out = append(out, w)
	}
	return out
}
