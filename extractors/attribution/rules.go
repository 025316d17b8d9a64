package attribution

// A rule reads one way of crediting somebody. It is tried at tokens of the classes in on; read reports whether it applied,
// which ends the search at that token.
type rule struct {
	name string
	on   class
	read func(r *reader, rule string, i int) bool
	yes  []example
	no   []string // no credit by this rule for the [figure]
}

// An example is a text with one [figure] and the name that is credited with it.
type example struct {
	text string
	want string
}

// rules are tried in order at each token.
var rules []rule

func init() {
	rules = append(rules, saidRules...)
	rules = append(rules, givenRules...)
	rules = append(rules, nounRules...)
}

var saidRules = []rule{
	{name: "as-saying", on: say, read: (*reader).readAsSaying},
	{name: "adding", on: say, read: (*reader).readAdding},
	{name: "according", on: according, read: (*reader).readAccording},
	{name: "citing", on: citing, read: (*reader).readCiting},
	{name: "denied", on: deny, read: (*reader).readDenial},
	{name: "inverted", on: say | tell | speech, read: (*reader).readInverted},
	{name: "relative", on: say | that | count, read: (*reader).readRelative},
	{name: "as-said", on: say | that | show | count, read: (*reader).readAs},
	{name: "said-after", on: say | tell | speech, read: (*reader).readAfter},
	{name: "published", on: publish, read: (*reader).readPublished},
	{name: "said-before", on: say | tell | that, read: (*reader).readBefore},
}

var givenRules = []rule{
	{name: "shown", on: show, read: (*reader).readShown},
	{name: "orders", on: give, read: (*reader).readOrders},
	{name: "put", on: put, read: (*reader).readPut},
	{name: "gave", on: give, read: (*reader).readGave},
	{name: "counted", on: count, read: (*reader).readCounted},
	{name: "spoke-of", on: speak, read: (*reader).readSpeak},
	{name: "wanted", on: want, read: (*reader).readWanted},
	{name: "planned", on: plan, read: (*reader).readPlanned},
	{name: "perceived", on: perceive, read: (*reader).readPerceived},
}

var nounRules = []rule{
	{name: "claim", on: claim, read: (*reader).readClaim},
	{name: "figure", on: figure, read: (*reader).readFigure},
	{name: "wish", on: wantNoun, read: (*reader).readWish},
}
