package ruling

import (
	"errors"
	"testing"

	"crosstally/pipeline/reconcile"
)

func TestApartPicksClaims(t *testing.T) {
	for pick, want := range map[string]int{"14": 2, "B": 1, "https://c.example": 1, "12": 1} {
		r, err := Apart(fact(), []string{pick}, ana)
		if err != nil || len(r.With) != want || len(r.Claims) != 3-want {
			t.Errorf("%s: %d of %d set apart, want %d; %v", pick, len(r.With), len(r.With)+len(r.Claims), want, err)
		}
	}
	for _, picks := range [][]string{{"77"}, {"nobody"}, {"12", "14"}, {"12", "nobody"}} {
		if _, err := Apart(fact(), picks, ana); !errors.Is(err, ErrNoClaim) {
			t.Errorf("%v: %v", picks, err)
		}
	}
}

func TestOneWantsTwoFactsOfAStory(t *testing.T) {
	f, g := fact(), fact()
	if _, err := One(f, g, ana); !errors.Is(err, ErrIncomplete) {
		t.Errorf("one fact: %v", err)
	}
	g.ID, g.Story.ID = "g", "elsewhere"
	if _, err := One(f, g, ana); !errors.Is(err, ErrTwoStories) {
		t.Errorf("two stories: %v", err)
	}
	g.Story = f.Story
	f.Rulings, g.Rulings = []reconcile.Decision{{ID: 4, Kind: "split"}}, []reconcile.Decision{{ID: 4, Kind: "split"}}
	if _, err := One(f, g, ana); !errors.Is(err, ErrContradicts) {
		t.Errorf("what was split is merged: %v", err)
	}
	g.Rulings = nil
	if r, err := One(f, g, ana); err != nil || len(r.Claims) != 3 || len(r.With) != 3 {
		t.Errorf("got %+v, %v", r, err)
	}
}

func TestNamesRulingsDoNotContradict(t *testing.T) {
	named := func(kind Kind, a, b string) Ruling {
		r, err := Names(kind, a, b, ana)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	all := []Ruling{named(NamesMerge, "Ana Petrova", "Anna Petrowa"), named(NamesSplit, "Petrova", "")}
	for _, c := range []struct {
		r  Ruling
		ok bool
	}{
		{named(NamesMerge, "anna petrowa", "Ana Petrova"), false},
		{named(NamesSplit, "Ana Petrova", "Anna Petrowa"), false},
		{named(NamesSplit, "Anna Petrowa", ""), false},
		{named(NamesMerge, "Petrova", "Ana Petrova"), false},
		{named(NamesSplit, "Ana Petrova", "Ivan Petrov"), true},
		{named(NamesMerge, "Ana Petrova", "A. Petrova"), true},
	} {
		if err := AgainstNames(c.r, all); (err == nil) != c.ok {
			t.Errorf("%s %v: %v", c.r.Kind, c.r.Names, err)
		}
	}
	if _, err := Names(NamesMerge, "Ana", "ana", ana); !errors.Is(err, ErrIncomplete) {
		t.Errorf("a name merged with itself: %v", err)
	}
	if got := NameOf("Anna Petrowa", all); got != "Ana Petrova" {
		t.Errorf("got %q", got)
	}
}
