package lists

import (
	"slices"
	"strings"
	"unicode"

	"crosstally/extractors/names"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// A Filter picks facts; an empty field picks all.
type Filter struct {
	Story      string // id, or the beginning of one
	Verdict    string
	Predicate  string
	Name       string // stands in the question, the place, who says so or the words, in any case
	Q          string // words, all of which stand in the fact
	MinSources int    // independent ones
}

// Query is the part of the filter that the store has indexes of.
func (f Filter) Query() store.Query {
	return store.Query{Story: f.Story, Verdict: reconcile.Verdict(f.Verdict), Predicate: f.Predicate}
}

// Keeps reports whether the filter picks a fact.
func (f Filter) Keeps(x reconcile.Fact) bool {
	return (f.Verdict == "" || string(x.Verdict) == f.Verdict) && strings.HasPrefix(x.Story.ID, f.Story) &&
		(f.Predicate == "" || x.Predicate == f.Predicate) && x.IndependentSources >= f.MinSources &&
		(f.Name == "" || mentions(x, f.Name)) && (f.Q == "" || HoldsAll(Words(f.Q), TextOf(x)...))
}

// mentions reports whether a fact's question, place, speakers or quotes hold a name, in any case.
func mentions(x reconcile.Fact, name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(TextOf(x), func(s string) bool { return strings.Contains(strings.ToLower(s), name) })
}

// TextOf lists all that a fact says in words.
func TextOf(x reconcile.Fact) []string {
	out := []string{x.Question, x.Place, x.Story.Title}
	for _, v := range x.Values {
		out = append(out, v.Figure())
		for _, s := range v.Sources {
			out = append(out, s.Source, s.Attribution, s.Speaker, s.Quote)
		}
	}
	return out
}

// Words are those of a text by which it is found: in lower case, without diacritics and the s of a plural; numbers without the
// commas between their digits, so that 1140 finds 1,140, and whole, so that 14 finds neither.
func Words(text string) (out []string) {
	text = names.Fold(text)
	for i := 0; i < len(text); {
		n := wordAt(text[i:])
		if n == 0 {
			i++
			continue
		}
		if w := stem(text[i : i+n]); w != "" {
			out = append(out, w)
		}
		i += n
	}
	return out
}

// wordAt is how many bytes the word at the beginning of a text has: letters and digits, and a comma or point between two digits.
func wordAt(text string) int {
	was := rune(0)
	for i, r := range text {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) ||
			(r == ',' || r == '.') && unicode.IsDigit(was) && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9'
		if !inside {
			return i
		}
		was = r
	}
	return len(text)
}

func stem(w string) string {
	switch {
	case w[0] >= '0' && w[0] <= '9':
		return strings.ReplaceAll(w, ",", "")
	case w == "s": // of a genitive
		return ""
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

// HoldsAll reports whether each word stands in one of the texts.
func HoldsAll(words []string, texts ...string) bool {
	missing := slices.Clone(words)
	for _, t := range texts {
		if len(missing) == 0 {
			return true
		}
		for _, w := range Words(t) {
			missing = slices.DeleteFunc(missing, func(m string) bool { return m == w })
		}
	}
	return len(missing) == 0
}
