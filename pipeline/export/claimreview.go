package export

import (
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"crosstally/pipeline/reconcile"
)

// A Publisher is who puts reviews out.
type Publisher struct {
	Name string // "" is this program
	Site string // where the desk is published; a review's page is Site/fact/ID. "" when nowhere
}

// The shapes of schema.org that a review is made of.
type (
	claimReview struct {
		Type          string    `json:"@type"`
		ID            string    `json:"@id"`
		URL           string    `json:"url,omitempty"`
		ClaimReviewed string    `json:"claimReviewed"`
		ItemReviewed  claimItem `json:"itemReviewed"`
		Author        agent     `json:"author"`
		DatePublished string    `json:"datePublished,omitempty"`
		ReviewBody    string    `json:"reviewBody"`
		ReviewRating  *rating   `json:"reviewRating,omitempty"`
	}
	claimItem struct {
		Type            string         `json:"@type"`
		Text            string         `json:"text"`
		Author          *agent         `json:"author,omitempty"`
		DatePublished   string         `json:"datePublished,omitempty"`
		FirstAppearance *creativeWork  `json:"firstAppearance,omitempty"`
		Appearance      []creativeWork `json:"appearance"`
	}
	creativeWork struct {
		Type          string `json:"@type"`
		URL           string `json:"url,omitempty"`
		Text          string `json:"text"`
		DatePublished string `json:"datePublished,omitempty"`
		Publisher     agent  `json:"publisher"`
	}
	agent struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}
	rating struct {
		Type          string `json:"@type"`
		RatingValue   int    `json:"ratingValue"`
		BestRating    int    `json:"bestRating"`
		WorstRating   int    `json:"worstRating"`
		AlternateName string `json:"alternateName"`
		Explanation   string `json:"ratingExplanation,omitempty"`
	}
)

// writeClaimReview writes one JSON-LD document; reviews are written as facts come, so that memory does not grow.
func writeClaimReview(w io.Writer, in Input) error {
	if _, err := io.WriteString(w, `{"@context":"https://schema.org","@graph":[`); err != nil {
		return err
	}
	sep := "\n"
	err := in.Facts(func(f reconcile.Fact) error {
		for _, r := range reviews(f, in.Review) {
			doc, err := marshal(r, "")
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintf(w, "%s%s", sep, strings.TrimSuffix(string(doc), "\n")); err != nil {
				return err
			}
			sep = ",\n"
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "\n]}\n")
	return err
}

// reviews makes one review for each figure and each who gives it, in the fact's order. A denied figure is nobody's claim.
func reviews(f reconcile.Fact, p Publisher) (out []claimReview) {
	for _, v := range f.Values {
		if v.Modality == "denied" {
			continue
		}
		var order []string
		said := map[string][]reconcile.Source{}
		for _, s := range v.Sources {
			by := s.Voice()
			if said[by] == nil {
				order = append(order, by)
			}
			said[by] = append(said[by], s)
		}
		for _, by := range order {
			r := review(f, v, by, said[by], p)
			r.ID = fmt.Sprintf("urn:crosstally:%s:%d", f.ID, len(out)+1)
			out = append(out, r)
		}
	}
	return out
}

func review(f reconcile.Fact, v reconcile.Value, by string, said []reconcile.Source, p Publisher) claimReview {
	text := f.Question + " " + v.Figure()
	if v.Modality != "asserted" && v.Modality != "" {
		text += " (" + string(v.Modality) + ")"
	}
	if v.AsOf != "" {
		text += ", as of " + v.AsOf
	}
	r := claimReview{Type: "ClaimReview", ClaimReviewed: text, Author: agent{"Organization", "crosstally"},
		ReviewBody: fmt.Sprintf("%s: %s", f.Verdict, f.Why), ItemReviewed: claimItem{Type: "Claim", Text: said[0].Quote, Author: speaker(by, said[0])}}
	if p.Name != "" {
		r.Author.Name = p.Name
	}
	if p.Site != "" {
		r.URL = strings.TrimRight(p.Site, "/") + "/fact/" + f.ID
	}
	for _, s := range said {
		r.ItemReviewed.Appearance = append(r.ItemReviewed.Appearance, creativeWork{Type: "Article", URL: webAddress(s.URL), Text: s.Quote, DatePublished: s.Published, Publisher: agent{"Organization", s.Source}})
	}
	if d, ok := ruledOn(f, v); ok {
		r.rate(d, p)
	}
	first := r.ItemReviewed.Appearance[0]
	r.ItemReviewed.FirstAppearance, r.ItemReviewed.DatePublished = &first, first.DatePublished
	return r
}

// rate gives a review what a person ruled. Nothing else rates: a verdict says how sources stand to each other, not who is right.
func (r *claimReview) rate(d reconcile.Decision, p Publisher) {
	r.DatePublished = d.When.Format(time.RFC3339)
	r.ReviewRating = &rating{Type: "Rating", RatingValue: 5, BestRating: 5, WorstRating: 1, AlternateName: "Accepted", Explanation: d.Why}
	if d.Kind == "reject" {
		r.ReviewRating.RatingValue, r.ReviewRating.AlternateName = 1, "Rejected"
	}
	if p.Name == "" {
		r.Author = agent{"Person", d.By}
	}
}

// speaker is who makes a claim: a person where the text names one as speaking, else a body.
func speaker(by string, s reconcile.Source) *agent {
	if by == "" {
		return nil
	}
	if s.Speaker == by {
		return &agent{"Person", by}
	}
	return &agent{"Organization", by}
}

// webAddress returns a URL of the web; an article read from a file has none.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return ""
	}
	return u.String()
}
