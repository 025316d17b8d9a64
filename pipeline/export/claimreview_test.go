package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"crosstally/pipeline/reconcile"
)

// shape is what schema.org allows: type, property -> types of its values.
func shape(t *testing.T) map[string]map[string]string {
	t.Helper()
	f, err := os.Open("testdata/schema.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]map[string]string{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		cols := strings.Split(sc.Text(), "\t")
		if len(cols) != 3 {
			continue // a comment
		}
		if out[cols[0]] == nil {
			out[cols[0]] = map[string]string{}
		}
		out[cols[0]][cols[1]] = cols[2]
	}
	return out
}

// conforms lists what of a JSON-LD node schema.org does not know.
func conforms(schema map[string]map[string]string, at string, node map[string]any) (faults []string) {
	typ, _ := node["@type"].(string)
	props := schema[typ]
	if props == nil {
		return []string{fmt.Sprintf("%s: unknown type %q", at, typ)}
	}
	for name, v := range node {
		if name == "@type" || name == "@id" {
			continue
		}
		want := props[name]
		if want == "" {
			faults = append(faults, fmt.Sprintf("%s: %s has no %s", at, typ, name))
			continue
		}
		list, ok := v.([]any)
		if !ok {
			list = []any{v}
		}
		if len(list) == 0 {
			faults = append(faults, fmt.Sprintf("%s.%s: empty", at, name))
		}
		for _, x := range list {
			faults = append(faults, conformsValue(schema, at+"."+name, want, x)...)
		}
	}
	return faults
}

func conformsValue(schema map[string]map[string]string, at, want string, v any) []string {
	for _, w := range strings.Split(want, "|") {
		switch x := v.(type) {
		case map[string]any:
			if x["@type"] == w {
				return conforms(schema, at, x)
			}
		case float64:
			if w == "Number" {
				return nil
			}
		case string:
			if x != "" && isA(w, x) {
				return nil
			}
		}
	}
	return []string{fmt.Sprintf("%s: %v is no %s", at, v, want)}
}

func isA(typ, s string) bool {
	switch typ {
	case "Text":
		return true
	case "URL":
		u, err := url.Parse(s)
		return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
	case "Date":
		_, err := time.Parse(time.DateOnly, s)
		return err == nil
	case "DateTime":
		_, err := time.Parse(time.RFC3339, s)
		return err == nil
	}
	return false
}

func graph(t *testing.T, in Input) []map[string]any {
	t.Helper()
	var doc struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(written(t, "claimreview", in), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Context != "https://schema.org" || len(doc.Graph) == 0 {
		t.Fatalf("got context %q with %d reviews", doc.Context, len(doc.Graph))
	}
	return doc.Graph
}

func TestReviewsHaveSchemaOrgsShape(t *testing.T) {
	schema := shape(t)
	in := input(t)
	in.Review = Publisher{Name: "Port Ellis Fact Desk", Site: "https://desk.example/"}
	for i, r := range graph(t, in) {
		for _, f := range conforms(schema, fmt.Sprint(i), r) {
			t.Error(f)
		}
		for _, must := range []string{"claimReviewed", "itemReviewed", "author", "url"} {
			if r[must] == nil {
				t.Errorf("review %d lacks %s: %v", i, must, r)
			}
		}
	}
	if got := conforms(schema, "x", map[string]any{"@type": "ClaimReview", "url": "javascript:alert(1)", "verdict": "true"}); len(got) != 2 {
		t.Errorf("the check finds %v in a wrong review, want two faults", got)
	}
}

func TestNoRatingWithoutARuling(t *testing.T) {
	for _, r := range graph(t, input(t)) {
		if r["reviewRating"] != nil {
			t.Errorf("a rating that nobody gave: %v", r)
		}
	}
}

// A ruling rates the figure that it is on and no other.
func TestARulingRatesItsFigure(t *testing.T) {
	schema := shape(t)
	in := input(t)
	n := 14.0
	facts := in.Facts
	in.Facts = func(yield func(reconcile.Fact) error) error {
		return facts(func(f reconcile.Fact) error {
			f.Rulings = []reconcile.Decision{{ID: 1, Kind: "reject", By: "ana", Why: "the log says 12", When: time.Date(2026, 5, 6, 8, 0, 0, 0, time.UTC), Figure: "14", Value: &n, Lower: &n, Upper: &n}}
			return yield(f)
		})
	}
	rated := 0
	for i, r := range graph(t, in) {
		for _, f := range conforms(schema, fmt.Sprint(i), r) {
			t.Error(f)
		}
		is14 := strings.Contains(r["claimReviewed"].(string), "? 14,")
		rating, ok := r["reviewRating"].(map[string]any)
		if ok != is14 || ok && (rating["ratingValue"] != 1.0 || rating["alternateName"] != "Rejected" || r["datePublished"] != "2026-05-06T08:00:00Z") {
			t.Errorf("%v is rated %v", r["claimReviewed"], rating)
		}
		if ok {
			rated++
		}
	}
	if rated == 0 {
		t.Error("no review is rated")
	}
}
