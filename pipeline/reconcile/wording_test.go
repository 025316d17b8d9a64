package reconcile

import (
	"testing"

	"crosstally/pipeline/claim"
)

func TestQuestionsReadAsEnglish(t *testing.T) {
	for _, x := range []struct {
		predicate, kind, unit, object, place string
		frame                                func(*frame)
		want                                 string
	}{
		{"die", "number", "person", "people", "Norland", nil, "How many people were killed in Norland?"},
		{"injure", "number", "injury", "injuries", "", nil, "How many people were injured?"},
		{"arrest", "number", "man", "men", "Bar", nil, "How many men were arrested in Bar?"},
		{"infect", "number", "case", "cases", "Bar", nil, "How many cases are there in Bar?"},
		{"convict", "number", "conviction", "convictions", "", nil, "How many convictions were there?"},
		{"explode", "number", "explosion", "explosions", "", nil, "How many explosions were heard?"},
		{"vote", "number", "vote", "votes", "", func(f *frame) { f.owners = []string{"Blue List"} }, "How many votes were cast for Blue List?"},
		{"have", "number", "aircraft", "aircraft", "", func(f *frame) { f.owners = []string{"Northern Air"} }, "How many aircraft has Northern Air?"},
		{"have", "number", "bed", "beds", "Bar", nil, "How many beds are there in Bar?"},
		{"fall", "number", "job", "jobs", "", nil, "By how many jobs did it fall?"},
		{"hospitalise", "number", "person", "people", "", func(f *frame) { f.facets = []string{"still"} }, "How many people are still in hospital?"},
		{"vaccinate", "number", "patient", "patients", "", func(f *frame) { f.facets = []string{"unvaccinated"} }, "How many unvaccinated patients are there?"},
		{"vaccinate", "number", "person", "people", "", func(f *frame) { f.facets = []string{"5 to 17"} }, "How many people aged 5 to 17 were vaccinated?"},
		{"release", "number", "prisoner", "prisoners", "", func(f *frame) { f.demanded = true }, "How many prisoners should be released, as demanded?"},
		{"die", "number", "person", "people", "", func(f *frame) { f.delta = true }, "How many more people were killed?"},
		{"rescue", "number", "person", "people", "", func(f *frame) { f.facets = []string{"not"} }, "How many people were not rescued?"},
		{"vote", "number", "lawmaker", "lawmakers", "", func(f *frame) { f.facets = []string{"against"} }, "How many votes against were cast?"},
		{"pay", "money euro", "euro", "euros", "Bar", nil, "How much money was paid in Bar?"},
		{"pay", "money euro", "euro", "euros", "", func(f *frame) { f.planned = true }, "How much money is to be paid?"},
		{"cost", "money euro", "euro", "euros", "", nil, "What is the price or the worth?"},
		{"grow", "money euro", "euro", "euros", "", nil, "By how much money did it grow?"},
		{"have", "money euro", "euro", "euros", "", nil, "How much money is it?"},
		{"sentence", "measure year", "year", "years", "Bar", nil, "How many years did the sentence last in Bar?"},
		{"last", "measure hour", "hour", "hours", "", nil, "How many hours did it last?"},
		{"meet", "measure day", "day", "days", "Bar", nil, "How many days did the meeting last in Bar?"},
		{"burn", "measure area", "hectare", "hectares", "Bar", nil, "How many hectares burned in Bar?"},
		{"measure", "measure length", "kilometre", "kilometres", "", func(f *frame) { f.dimension = "depth" }, "How many kilometres deep was it?"},
		{"measure", "measure length", "metre", "metres", "Bar", nil, "How many metres are given in Bar?"},
		{"measure", "measure kilometre per hour", "kilometre per hour", "kilometres per hour", "Bar", func(f *frame) { f.topic = "speed limit" }, "What was the speed limit in Bar, in kilometres per hour?"},
		{"measure", "measure magnitude", "magnitude", "magnitude", "Bar", nil, "What was the magnitude in Bar?"},
		{"measure", "measure degree Celsius", "degree Celsius", "", "", nil, "How many degrees Celsius are given?"},
		{"vote", "percent", "percent", "percent", "Bar", func(f *frame) { f.facets = []string{"turnout"} }, "What was the turnout in Bar?"},
		{"vaccinate", "percent", "percent", "percent of pupils", "", nil, "What share of pupils were vaccinated?"},
		{"fall", "percent", "percent", "percent of traffic", "Bar", nil, "By what share did traffic fall in Bar?"},
		{"", "percent", "percent", "percent", "", nil, "What is the share?"},
	} {
		f := &figure{cited: &cited{Claim: &claim.Claim{}}, frame: frame{class: classOf(x.predicate), kind: x.kind, noun: nounClass(x.unit), generic: classOf(x.predicate).generic[nounClass(x.unit)]}}
		if x.frame != nil {
			x.frame(&f.frame)
		}
		if got := ask([]*figure{f}, x.unit, x.object, x.place); got != x.want {
			t.Errorf("%s of %s: got %q, want %q", x.predicate, x.unit, got, x.want)
		}
	}
}
