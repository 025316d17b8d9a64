// Package pipeline runs the stages in order: records -> articles -> sentences -> mentions -> claims -> facts.
package pipeline

import (
	"crosstally/extractors"
	"crosstally/extractors/attribution"
	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
)

// Extract reads one record: page to article, article to sentences, sentences to mentions, mentions to claims.
func Extract(r article.Record) (claim.Reading, error) {
	a, err := article.Read(r)
	if err != nil {
		return claim.Reading{}, err
	}
	return ReadArticle(a), nil
}

// ReadArticle runs the extractors, in the order in which they need each other. A text that is not English has no mentions: its
// figures would be read with English words around them.
func ReadArticle(a *article.Article) claim.Reading {
	if a.Language != "en" {
		return claim.Reading{Article: a}
	}
	d := extractors.Read(a)
	ns := names.Extract(d)
	ds := dates.Extract(d)
	cs := counts.Extract(d, ds, ns)
	credits := attribution.Extract(d, ns)
	return claim.Reading{Article: a, Names: ns, Dates: ds, Claims: claim.Keep(claim.Build(d, ns, ds, cs, credits))}
}
