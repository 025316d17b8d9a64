package lists

import (
	"slices"
	"strings"
	"unicode"

	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// A Filter picks facts; an empty field picks all.
type Filter struct {
	Story      string // id, or the beginning of one
	Verdict    string
	Predicate  string
	Name       string // stands in the question, the place, who says so or the words, in whole words or as another spelling that the story has of it
	Q          string // words, all of which stand in the fact
	MinSources int    // independent ones
}

// Query is the part of the filter that the store has indexes of.
func (f Filter) Query() store.Query {
	return store.Query{Story: f.Story, Verdict: reconcile.Verdict(f.Verdict), Predicate: f.Predicate}
}

// Keeps reports whether the filter picks a fact; called is how its story calls who or what the filter names.
func (f Filter) Keeps(x reconcile.Fact, called Forms) bool {
	return (f.Verdict == "" || string(x.Verdict) == f.Verdict) && strings.HasPrefix(x.Story.ID, f.Story) &&
		(f.Predicate == "" || x.Predicate == f.Predicate) && x.IndependentSources >= f.MinSources &&
		(f.Name == "" || called.standIn(TextOf(x)...)) && (f.Q == "" || HoldsAll(Words(f.Q), TextOf(x)...))
}

// Forms are the ways to call somebody or something, each in its words.
type Forms [][]string

// Called returns how a story calls who or what the filter names: as the filter does, and by every other spelling that it has of it.
func (f Filter) Called(t store.Telling) (Forms, error) {
	if f.Name == "" {
		return nil, nil
	}
	st, err := t.Story()
	if err != nil {
		return nil, err
	}
	var rs []claim.Reading
	if err := t.Readings(func(r claim.Reading) error { rs = append(rs, r); return nil }); err != nil {
		return nil, err
	}
	return formsOf(f.Name, Names(rs, []reconcile.Story{st}, nil)), nil
}

// formsOf returns a name and the other spellings of those that it may mean. A part of a person's name is enough to mean that person; a
// part of another name ("Sudan" of "Sudan Doctors Network") is something else.
func formsOf(name string, named []Name) (out Forms) {
	words := nameWords(name)
	if len(words) == 0 {
		return nil
	}
	out = Forms{words}
	for _, n := range named {
		var spelt Forms
		meant := false
		for _, s := range append([]string{n.Name}, n.Variants...) {
			form := nameWords(s)
			if len(form) > 0 {
				spelt = append(spelt, form)
			}
			meant = meant || slices.Equal(form, words) || n.Type == names.Person && within(form, words)
		}
		if meant {
			out = append(out, spelt...)
		}
	}
	return out
}

// standIn reports whether one of the forms stands in one of the texts, word for word.
func (fs Forms) standIn(texts ...string) bool {
	return slices.ContainsFunc(texts, func(t string) bool {
		words := nameWords(t)
		return slices.ContainsFunc(fs, func(form []string) bool { return within(words, form) })
	})
}

// within reports whether some words stand side by side among others.
func within(words, some []string) bool {
	for ; len(words) >= len(some); words = words[1:] {
		if slices.Equal(words[:len(some)], some) {
			return true
		}
	}
	return false
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
	eachWord(text, func(w, _ string) {
		if w = stem(w); w != "" {
			out = append(out, w)
		}
	})
	return out
}

// nameWords are the words of a text as names have them: in lower case and without diacritics. The s of a genitive is none; that of "U.S." is.
func nameWords(text string) (out []string) {
	eachWord(text, func(w, before string) {
		if w == "s" && (strings.HasSuffix(before, "'") || strings.HasSuffix(before, "’")) {
			return
		}
		out = append(out, w)
	})
	return out
}

// eachWord calls yield for the words of a text, folded, with the text before each.
func eachWord(text string, yield func(word, before string)) {
	text = names.Fold(text)
	for i := 0; i < len(text); {
		n := wordAt(text[i:])
		if n > 0 {
			yield(text[i:i+n], text[:i])
		}
		i += max(n, 1)
	}
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
