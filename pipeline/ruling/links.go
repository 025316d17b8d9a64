package ruling

import (
	"slices"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// Links are the standing rulings on what belongs together, as they bind the articles of one story.
func (b *Book) Links(story []claim.Reading) (l reconcile.Links) {
	at := map[string]claim.Reading{}
	var near []int
	for _, r := range story {
		at[r.Article.URL] = r
		near = append(near, b.byURL[r.Article.URL]...)
	}
	slices.Sort(near)
	for _, i := range slices.Compact(near) {
		r := b.standing[i]
		switch r.Kind {
		case Split:
			l.Apart = append(l.Apart, [2][]reconcile.Place{places(r.Claims, at), places(r.With, at)})
		case Merge:
			l.Together = append(l.Together, places(slices.Concat(r.Claims, r.With), at))
		}
	}
	for _, i := range b.onNames {
		r := b.standing[i]
		pair := [2]string{r.Names[0]}
		if len(r.Names) > 1 {
			pair[1] = r.Names[1]
		}
		if r.Kind == NamesMerge {
			l.OneName = append(l.OneName, pair)
		} else {
			l.TwoNames = append(l.TwoNames, pair)
		}
	}
	return l
}

// places finds where claims stand in today's versions of their articles.
func places(cs []Claim, at map[string]claim.Reading) (out []reconcile.Place) {
	for _, a := range cs {
		if p, ok := a.placeIn(at[a.URL].Claims); ok {
			out = append(out, p)
		}
	}
	return out
}

// placeIn finds a claim among an article's; of several it may be, the first at its bytes, else the first in its sentence.
func (a Claim) placeIn(cs []claim.Claim) (place reconcile.Place, found bool) {
	for _, c := range cs {
		now := Claim{URL: a.URL, Field: string(c.Field), Start: c.Start, End: c.End, Text: c.Text, Sentence: hashOf(c.Quote), Predicate: a.Predicate}
		if !a.is(now) {
			continue
		}
		if !found || a.exactly(now) {
			place, found = reconcile.Place{URL: a.URL, Field: a.Field, Start: c.Start, End: c.End}, true
		}
		if a.exactly(now) {
			break
		}
	}
	return place, found
}
