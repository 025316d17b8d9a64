package export

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"crosstally/pipeline/reconcile"
)

// A Row is one mention of one value of one fact. Its fields are the columns of every flat format, in this order; bounds are
// inclusive, and absent ones are open.
type Row struct {
	Fact               string   `json:"fact" parquet:"fact"`
	StoryID            string   `json:"story_id" parquet:"story_id"`
	Story              string   `json:"story" parquet:"story"`
	Question           string   `json:"question" parquet:"question"`
	Verdict            string   `json:"verdict" parquet:"verdict"`
	IndependentSources int      `json:"independent_sources" parquet:"independent_sources"`
	Value              *float64 `json:"value" parquet:"value,optional"`
	Lower              *float64 `json:"lower" parquet:"lower,optional"`
	Upper              *float64 `json:"upper" parquet:"upper,optional"`
	Approximate        bool     `json:"approximate" parquet:"approximate"`
	AsOf               string   `json:"as_of" parquet:"as_of"`
	Modality           string   `json:"modality" parquet:"modality"`
	Unit               string   `json:"unit" parquet:"unit"`
	Object             string   `json:"object" parquet:"object"`
	Predicate          string   `json:"predicate" parquet:"predicate"`
	Place              string   `json:"place" parquet:"place"`
	Source             string   `json:"source" parquet:"source"`
	URL                string   `json:"url" parquet:"url"`
	Published          string   `json:"published" parquet:"published"`
	Fetched            string   `json:"fetched" parquet:"fetched"` // when the article came into the store
	Quote              string   `json:"quote" parquet:"quote"`
	Text               string   `json:"text" parquet:"text"`
	Field              string   `json:"field" parquet:"field"`
	Start              int      `json:"start" parquet:"start"` // bytes of the field, half-open
	End                int      `json:"end" parquet:"end"`
	Attribution        string   `json:"attribution" parquet:"attribution"`
	AttributionText    string   `json:"attribution_text" parquet:"attribution_text"`
	Speaker            string   `json:"speaker" parquet:"speaker"`
	CopiedFrom         string   `json:"copied_from" parquet:"copied_from"`
	Rule               string   `json:"rule" parquet:"rule"`
	RuleVersion        string   `json:"rule_version" parquet:"rule_version"` // of the program that read the article
	ContentHash        string   `json:"content_hash" parquet:"content_hash"` // of the stored version of the article
	Ruling             string   `json:"ruling" parquet:"ruling"`             // "accept" or "reject" where a person ruled on this figure
	RuledBy            string   `json:"ruled_by" parquet:"ruled_by"`
	RuledWhen          string   `json:"ruled_when" parquet:"ruled_when"`
	RuledWhy           string   `json:"ruled_why" parquet:"ruled_why"`
	Dismissed          bool     `json:"dismissed" parquet:"dismissed"` // a person ruled that the fact's figures do not conflict
}

// rows calls yield for every row: facts in their order, values by as-of, then size, mentions by publication.
func (in Input) rows(yield func(Row) error) error {
	return in.Facts(func(f reconcile.Fact) error {
		for _, v := range f.Values {
			for _, s := range v.Sources {
				a, err := in.Article(s.URL)
				if err != nil {
					return err
				}
				if err := yield(rowOf(f, v, s, a)); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func rowOf(f reconcile.Fact, v reconcile.Value, s reconcile.Source, a Article) Row {
	r := Row{
		Fact: f.ID, StoryID: f.Story.ID, Story: f.Story.Title, Question: f.Question, Verdict: string(f.Verdict), IndependentSources: f.IndependentSources,
		Value: v.Value, Lower: v.Lower, Upper: v.Upper, Approximate: v.Approximate, AsOf: v.AsOf, Modality: string(v.Modality),
		Unit: f.Unit, Object: f.Object, Predicate: f.Predicate, Place: f.Place,
		Source: s.Source, URL: s.URL, Published: s.Published, Fetched: a.Fetched, Quote: s.Quote, Text: s.Text, Field: s.Field, Start: s.Start, End: s.End,
		Attribution: s.Attribution, AttributionText: s.AttributionText, Speaker: s.Speaker, CopiedFrom: s.CopiedFrom,
		Rule: s.Rule, RuleVersion: a.Rules, ContentHash: a.Content, Dismissed: f.Dismissed(),
	}
	if d, ok := ruledOn(f, v); ok {
		r.Ruling, r.RuledBy, r.RuledWhen, r.RuledWhy = d.Kind, d.By, d.When.Format(time.RFC3339), d.Why
	}
	return r
}

// ruledOn returns the decision on a value.
func ruledOn(f reconcile.Fact, v reconcile.Value) (reconcile.Decision, bool) {
	for _, d := range f.Rulings {
		if d.Is(v) {
			return d, true
		}
	}
	return reconcile.Decision{}, false
}

var rowType = reflect.TypeFor[Row]()

// columnNames are the names of Row's fields in every format.
func columnNames() []string {
	out := make([]string, rowType.NumField())
	for i := range out {
		out[i], _, _ = strings.Cut(rowType.Field(i).Tag.Get("json"), ",")
	}
	return out
}

// cells are a row's values in the order of columnNames: string, bool, int, float64, or nil where absent.
func (r Row) cells() []any {
	v := reflect.ValueOf(r)
	out := make([]any, v.NumField())
	for i := range out {
		switch x := v.Field(i).Interface().(type) {
		case *float64:
			if x != nil {
				out[i] = *x
			}
		default:
			out[i] = x
		}
	}
	return out
}

// cellText writes a cell as a spreadsheet reads it.
func cellText(x any) string {
	switch x := x.(type) {
	case string:
		return x
	case bool:
		return strconv.FormatBool(x)
	case int:
		return strconv.Itoa(x)
	case float64:
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return ""
}
