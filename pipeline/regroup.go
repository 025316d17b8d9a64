package pipeline

import (
	"fmt"
	"strings"

	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
)

// A Bench is what rulings on what belongs together are read against.
type Bench interface {
	Fact(id string) (reconcile.Fact, error)
	Stories(yield func(reconcile.Story) error) error
	Rulings() ([]ruling.Ruling, error)
}

// Apart makes the ruling that the claims of a fact that picks name, by figure, source, speaker or address, answer a question of
// their own. It is not kept before Rule.
func Apart(b Bench, fact string, picks []string, by ruling.Person) (ruling.Ruling, error) {
	f, err := b.Fact(fact)
	if err != nil {
		return ruling.Ruling{}, err
	}
	return ruling.Apart(f, picks, by)
}

// One makes the ruling that two facts of a story answer one question.
func One(b Bench, fact, other string, by ruling.Person) (ruling.Ruling, error) {
	f, err := b.Fact(fact)
	if err != nil {
		return ruling.Ruling{}, err
	}
	g, err := b.Fact(other)
	if err != nil {
		return ruling.Ruling{}, err
	}
	return ruling.One(f, g, by)
}

// Names makes a ruling on one or two names that stories know.
func Names(b Bench, kind ruling.Kind, names []string, by ruling.Person) (ruling.Ruling, error) {
	var r ruling.Ruling
	known := make([]bool, len(names))
	if err := b.Stories(func(st reconcile.Story) error {
		for i, name := range names {
			known[i] = known[i] || st.FormOf(name) != ""
		}
		return nil
	}); err != nil {
		return r, err
	}
	for i, name := range names {
		if !known[i] {
			return r, fmt.Errorf("no story names %q; 'crosstally names' lists the spellings", name)
		}
	}
	r, err := ruling.Names(kind, names[0], strings.Join(names[1:], ""), by)
	if err != nil {
		return r, err
	}
	all, err := b.Rulings()
	if err != nil {
		return r, err
	}
	return r, ruling.AgainstNames(r, all)
}
