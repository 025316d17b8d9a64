package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"crosstally/extractors"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
)

// A figure is one claim read for comparison: what it counts, between which bounds, when, and on whose word.
type figure struct {
	*cited
	art    *article.Article
	doc    int // index of its article in the story
	span   interval
	when   moment
	frame  frame
	origin string // who answers for it: whom the text credits, else the outlet
	copied string // the outlet it was taken from, "" when the article's own

	answers bool // it stands beside what another source says of the same
}

// figures reads the claims of a story's articles, which are in order.
func figures(rs []claim.Reading, es *entities) []*figure {
	var out []*figure
	for i := range rs {
		for k := range rs[i].Claims {
			own := rs[i].Claims[k]
			c := &own
			c.Restore()
			cited := cite(c, &rs[i])
			out = append(out, &figure{
				cited: cited, art: rs[i].Article, doc: i, span: intervalOf(c.Mention),
				when:  momentOf(c.AsOf, c.Frame.AsOfClock, c.Frame.Former, rs[i].Article.Published),
				frame: frameOf(cited, &rs[i], es),
			})
		}
	}
	slices.SortStableFunc(out, func(a, b *figure) int { // in reading order, the title first
		return cmp.Or(cmp.Compare(a.doc, b.doc), -strings.Compare(string(a.Field), string(b.Field)), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	restate(out)
	resume(out)
	answerInKind(out)
	loosen(out)
	answer(out)
	return out
}

// resume gives a share of which its sentence says nothing the question of the share right before it: "Turnout was 71%. The mayor had put
// it at 70% at noon."
func resume(fs []*figure) {
	for i := 1; i < len(fs); i++ {
		f, g := fs[i], fs[i-1]
		if f.frame.kind != "percent" || !f.frame.weak || len(f.frame.words)+len(f.frame.facets) > 0 || g.doc != f.doc || g.Field != f.Field || f.Start-g.End > resumedWithin || !g.frame.ofTheEvent() || g.frame.kind != "percent" {
			continue
		}
		f.frame.class, f.frame.weak, f.frame.facets = g.frame.class, false, g.frame.facets
	}
}

// answerInKind gives a number that leaves its noun out that of the figure right before it, which somebody else gives otherwise: "The army
// freed 183 men, its staff said. The rebels spoke of 185."
func answerInKind(fs []*figure) {
	for i := 1; i < len(fs); i++ {
		f, g := fs[i], fs[i-1]
		if f.frame.guessed == "" || f.frame.guessed != g.frame.noun || g.frame.elided || f.frame.class != g.frame.class || g.doc != f.doc || g.Field != f.Field || f.Start-g.End > resumedWithin || f.Attribution == "" || f.Attribution == g.Attribution || f.Of != "" {
			continue
		}
		f.frame.noun, f.frame.person = g.frame.noun, g.frame.person
		f.frame.generic = f.frame.class.generic[f.frame.noun]
	}
}

// resumedWithin is how far behind a figure, in bytes, another that says nothing of itself takes it up.
const resumedWithin = 160

// beside is how far apart, in bytes, two sources that an article sets against each other stand at most.
const beside = 400

// answer marks credited figures beside another that the article credits to somebody else and that has the same noun and class.
func answer(fs []*figure) {
	for i, f := range fs {
		if f.Attribution == "" || slices.ContainsFunc(f.sentence, func(w string) bool { return w == "we" || w == "our" }) {
			continue // who says "we" tells of his own
		}
		for k := i - 1; k >= 0 && fs[k].doc == f.doc && fs[k].Field == f.Field && f.Start-fs[k].End < beside; k-- {
			g := fs[k]
			if g.Attribution != "" && g.Attribution != f.Attribution && g.frame.class == f.frame.class && g.frame.noun == f.frame.noun && g.frame.kind == f.frame.kind {
				f.answers = true
			}
		}
	}
}

// loosen gives a headline's number the bounds of the figure that it shortens: "Ferry with 120 aboard", where the text says "some 120".
func loosen(fs []*figure) {
	for _, h := range fs {
		if !h.inTitle() || !h.span.exact {
			continue
		}
		var loose *figure
		for _, f := range fs {
			if f.doc != h.doc || f.inTitle() || f.frame.class != h.frame.class || f.frame.kind != h.frame.kind || f.Modality != h.Modality {
				continue
			}
			if f.span.exact && f.span.lo == h.span.lo {
				loose = nil
				break
			}
			if !f.span.exact && loose == nil && shortens(h.Claim, f.Claim) {
				loose = f
			}
		}
		if loose != nil {
			h.span = loose.span
		}
	}
}

// shortens reports whether a number without bounds is the one that another gives with them.
func shortens(exact, bounded *claim.Claim) bool {
	for _, v := range []*float64{bounded.Value, bounded.Lower, bounded.Upper} {
		if v != nil && exact.Value != nil && *v == *exact.Value {
			return true
		}
	}
	return false
}

// restate gives a headline's figure that leaves out the noun or the verb the frame of the figure in the text that it repeats.
func restate(fs []*figure) {
	for _, h := range fs {
		if !h.inTitle() || !h.frame.elided && !h.frame.weak {
			continue
		}
		for _, f := range fs {
			if f.doc == h.doc && !f.inTitle() && !f.frame.elided && !f.frame.weak && sameNumber(f, h) && f.Approximate == h.Approximate && (h.frame.noun == f.frame.noun || h.frame.generic && f.frame.generic) {
				day := h.frame.day
				h.frame = f.frame
				h.frame.hold(day)
				break
			}
		}
	}
}

// byPlace sorts figures as the contract sorts sources.
func byPlace(a, b *figure) int {
	return cmp.Or(strings.Compare(a.art.Published, b.art.Published), strings.Compare(a.art.URL, b.art.URL), cmp.Compare(a.Start, b.Start),
		strings.Compare(string(a.Field), string(b.Field)), cmp.Compare(a.End, b.End))
}

// key names a figure's place, for ids.
func (f *figure) key() string {
	return hashID(f.art.Published, f.art.URL, string(f.Field), itoa(f.Start), itoa(f.End))
}

func (f *figure) denied() bool   { return f.Modality == claim.Denied }
func (f *figure) asserted() bool { return f.Modality == claim.Asserted || f.Modality == "" }
func (f *figure) inTitle() bool  { return f.Field == extractors.Title }
