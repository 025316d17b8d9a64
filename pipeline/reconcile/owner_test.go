package reconcile

import (
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
)

// marked reads a sentence in which bodies stand in {braces} and the number in [brackets].
func marked(sentence string) (*claim.Reading, *claim.Claim) {
	r := &claim.Reading{Article: &article.Article{URL: "u"}}
	var c claim.Claim
	var text strings.Builder
	for i := 0; i < len(sentence); i++ {
		end := map[byte]byte{'{': '}', '[': ']'}[sentence[i]]
		if end == 0 {
			text.WriteByte(sentence[i])
			continue
		}
		j := i + 1 + strings.IndexByte(sentence[i+1:], end)
		s := sentence[i+1 : j]
		span := extractors.Span{Start: text.Len(), End: text.Len() + len(s)}
		ev := extractors.Evidence{Span: span, Field: extractors.Text, Text: s}
		if end == '}' {
			r.Names = append(r.Names, names.Mention{Evidence: ev, Type: names.Org, Name: s})
		} else {
			c.Evidence = ev
		}
		text.WriteString(s)
		i = j
	}
	r.Article.Text = text.String()
	c.Quote = r.Article.Text
	return r, &c
}

func TestWhoseFigure(t *testing.T) {
	for _, x := range []struct{ sentence, want string }{
		{"{Civic Union} took 34 seats and {New Dawn} [12].", "new dawn"},
		{"{Civic Union} took [34] seats and {New Dawn} 12.", "civic union"},
		{"There were [34] seats for the {Civic Union}.", "civic union"},
		{"A dozen for {New Dawn}, [six] for {Coast First}.", "coast first"},
		{"{Civic Union} and {New Dawn} would have [45] seats.", "civic union,new dawn"},
		{"With {New Dawn}, the {Civic Union} would have [45] seats.", "civic union,new dawn"},
		{"{Civic Union} | [34] | 37.4%", "civic union"},
		{"The {Civic Union} lost; the Union now has [20].", "civic union"},
		{"{Civic Union} took 34 of [81] seats.", ""},
		{"{Civic Union} leads in the [73]-seat assembly.", ""},
		{"The {State Election Commission} counted [315,402] voters.", ""},
		{"It takes [41] to govern.", ""},
		{"The {Workers Front} gets 17 seats, Forest and River [seven].", "forest and river"},
		{"It is 17 for the {Workers Front}, [seven] for Forest and River.", "forest and river"},
		{"The {Workers Front} would win seven and Movement 31, founded by students, [five].", "movement 31"},
		{"The {Coast Party} lost; Orr’s party now has [20].", "coast party"},
	} {
		r, c := marked(x.sentence)
		if got := strings.Join(ownersOf(cite(c, r), r, entitiesOf([]claim.Reading{*r}, Links{})), ","); got != x.want {
			t.Errorf("%q: got %q, want %q", x.sentence, got, x.want)
		}
	}
}

func TestWordsBesideANumber(t *testing.T) {
	for _, x := range []struct {
		sentence string
		facets   string
		base     bool
	}{
		{"The plane had [47] people on board.", "on board", false},
		{"In hospital: [nine]", "in hospital", false},
		{"Crash kills 41 on the plane and [five] on the ground.", "on the ground", false},
		{"He put the dead at 12 men, five women and [four] children.", "", false},
		{"Thirty of the [34] had no vaccine on record.", "", true},
		{"[Thirty] of them had no vaccine on record.", "unvaccinated", false},
		{"Three had one dose and [one] had two doses.", "with two doses", false}, // not the "one" of "one dose"
		{"The Armed Forces destroyed [nine] drones.", "", false},
	} {
		r, plain := marked(x.sentence)
		c := cite(plain, r)
		left, right := around(c)
		if isBase(left) != x.base {
			t.Errorf("%q: base %v, want %v", x.sentence, isBase(left), x.base)
		}
		if x.base {
			right = nil
		}
		if got := strings.Join(facetsOf(classOf("die"), "person", nil, labelOf(c), right), ","); got != x.facets {
			t.Errorf("%q: facets %q, want %q", x.sentence, got, x.facets)
		}
	}
}
