package pipeline

import (
	"strings"
	"testing"

	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// TestWordings lets two papers tell of one event, each with one more sentence, and looks whether its figures share a question.
func TestWordings(t *testing.T) {
	for _, x := range sameQuestion {
		if !shareQuestion(t, x[0], x[1]) {
			t.Errorf("two questions, want one: %q and %q: %s", x[0], x[1], told(x[:]))
		}
	}
	for _, x := range otherQuestion {
		if shareQuestion(t, x[0], x[1]) {
			t.Errorf("one question, want two: %q and %q: %s", x[0], x[1], told(x[:]))
		}
	}
}

// scene is what both papers tell of the event.
const scene = "An emergency was declared in Harwick, a town in Norland, on Monday, Mayor Ida Lunde said."

// paper is an article that tells of the scene and then the sentence, or the table of rows with its heading, whose figure is in brackets.
func paper(host, sentence string) claim.Reading {
	sentence = strings.NewReplacer("[", "", "]", "").Replace(sentence)
	a := &article.Article{URL: "https://" + host + ".example/a", Source: host, Language: "en", Published: "2026-03-10", Title: "Emergency in Harwick, Norland", Text: scene}
	a.Blocks = []article.Block{{End: len(scene), Kind: article.Paragraph, Header: -1}}
	for _, line := range strings.Split(sentence, "\n\n") {
		b := article.Block{Start: len(a.Text) + 2, End: len(a.Text) + 2 + len(line), Kind: article.Paragraph, Header: -1}
		if strings.Contains(line, " | ") {
			b.Kind, b.Header = article.Row, 1
		}
		a.Text += "\n\n" + line
		a.Blocks = append(a.Blocks, b)
	}
	return ReadArticle(a)
}

// bracketed returns where the figure in brackets stands in its paper's text.
func bracketed(sentence string) int { return len(scene) + 2 + strings.IndexByte(sentence, '[') }

// shareQuestion reports whether one fact holds the figures in brackets of two sentences.
func shareQuestion(t *testing.T, a, b string) bool {
	t.Helper()
	report := reconcile.Reconcile([]claim.Reading{paper("first", a), paper("second", b)})
	for _, f := range report.Facts {
		found := map[string]bool{}
		for _, v := range f.Values {
			for _, s := range v.Sources {
				if s.Start <= bracketed(a) && bracketed(a) < s.End && s.Source == "first" || s.Start <= bracketed(b) && bracketed(b) < s.End && s.Source == "second" {
					found[s.Source] = true
				}
			}
		}
		if len(found) == 2 {
			return true
		}
	}
	return false
}

// told says how the figures of two sentences were read.
func told(sentences []string) string {
	var out []string
	for _, x := range sentences {
		for _, c := range paper("first", x).Claims {
			out = append(out, c.Text+" "+c.Predicate+" "+c.Object+" "+c.Frame.PlaceRole+" "+c.Place)
		}
	}
	return strings.Join(out, "; ")
}

// TestDisputed lets two papers, neither of which names a source, give two numbers that cannot both be true.
func TestDisputed(t *testing.T) {
	for _, x := range []struct {
		a, b string
		want reconcile.Verdict
	}{
		{"The blast killed [12] people.", "The blast killed [18] people.", reconcile.Conflict},
		{"[No one] was killed in the blast.", "The blast killed [three] people.", reconcile.Conflict},
		{"The blast killed [12] people.", "The blast killed [31] people.", reconcile.Compatible}, // one is likely to be a part misread
		{"There were 300 passengers on board, not [900].", "About [900] passengers were on board.", reconcile.Conflict},
	} {
		got := reconcile.Verdict("none")
		for _, f := range reconcile.Reconcile([]claim.Reading{paper("first", x.a), paper("second", x.b)}).Facts {
			if f.Verdict != reconcile.Single {
				got = f.Verdict
			}
		}
		if got != x.want {
			t.Errorf("%q and %q: %s, want %s", x.a, x.b, got, x.want)
		}
	}
}
