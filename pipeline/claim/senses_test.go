package claim

import (
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
)

func predicatesOf(t *testing.T, ex senseExample) string {
	var got []string
	var cs []Claim
	if strings.Contains(ex.text, "«") {
		cs = reading(t, ex.title, "2026-03-11", ex.text)
	} else { // kinds, rules and values as the extractor reads them
		d := extractors.Read(&article.Article{Title: ex.title, Published: "2026-03-11", Text: ex.text, Blocks: []article.Block{{End: len(ex.text), Kind: article.Paragraph, Header: -1}}})
		ns, ds := names.Extract(d), dates.Extract(d)
		cs = Build(d, ns, ds, counts.Extract(d, ds, ns), nil)
	}
	for _, c := range cs {
		got = append(got, c.Predicate)
	}
	return strings.Join(got, " ")
}

// Every rule carries its own examples, and each yes example needs its rule: without it, it reads otherwise.
func TestSenses(t *testing.T) {
	for _, table := range []*[]sense{&ofBare, &bySentence, &bySubject} {
		for i, r := range *table {
			for _, ex := range append(append([]senseExample{}, r.yes...), r.no...) {
				if got := predicatesOf(t, ex); got != ex.want {
					t.Errorf("rule %s, %q: predicates %q, want %q", r.name, ex.text, got, ex.want)
				}
			}
			whole := *table
			*table = append(append([]sense{}, whole[:i]...), whole[i+1:]...)
			needed := false
			for _, ex := range r.yes {
				needed = needed || predicatesOf(t, ex) != ex.want
			}
			if *table = whole; !needed {
				t.Errorf("rule %s: its yes examples read the same without it", r.name)
			}
		}
	}
}
