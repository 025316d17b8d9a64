// Package dates finds dates, durations and recurring times, and resolves them to ISO 8601 values.
//
// In:  an extractors.Document. Out: mentions in document order, none overlapping. Relative dates resolve against the
// article's day, its dateline or the date just spoken of; what cannot be resolved has no value.
//
// A table of rules, each with examples (rules.go), is matched over classes of tokens (words.go, pattern.go); what a rule reads
// (expr.go) is joined with its neighbours (compose.go) and resolved (resolve.go) in the tense of its clause (tense.go, tense_beside.go) and the
// light of what was said before (discourse.go). The division into rules by granularity, a reference day by document
// type and negative rules follows HeidelTime; the rules and words are our own.
//
// Not read: vague times ("recently", "for weeks"), clock times without a day, dates of other calendars, fiscal years that differ from the calendar's.
package dates

import (
	"strings"

	"crosstally/extractors"
)

// Kind is what a time expression stands for.
type Kind string

// The kinds of time expressions.
const (
	Date     Kind = "date"
	Duration Kind = "duration"
	Set      Kind = "set" // recurring: "every Monday"
)

// A Mention is one time expression.
type Mention struct {
	extractors.Evidence
	Sentence int    `json:"-"` // index in Document.Sentences
	From     int    `json:"-"` // its tokens in that sentence: [From,To)
	To       int    `json:"-"`
	Hours    int    `json:"-"` // how many of these, at their head, are a time of day in figures that leads to it and is no part of its text
	Kind     Kind   `json:"kind"`
	Value    string `json:"value"` // "2026-03-04", "2026-03", "2026", "A/B", "P4D"; "" when unresolved
	// Period is the days that Value covers, zero for durations, sets and what is unresolved.
	Period Period `json:"-"`
	// Relation is the preposition's sense: "" at, "since", "until", "before", "after", "by", "from", "as-of".
	Relation string `json:"-"`
	// Clock is the time of day where one is named with the day ("14:30"), "" otherwise.
	Clock string `json:"-"`
}

// Extract returns the time expressions in d. It never fails: text it cannot read is not a date.
func Extract(d *extractors.Document) []Mention {
	x := newDiscourse(d)
	var out []Mention
	var s scanner
	for i := range d.Sentences {
		sent := &d.Sentences[i]
		x.enter(sent)
		s.read(sent)
		found := compose(&s, s.scan())
		for k := range found {
			out = append(out, mention(x, &s, &found[k]))
		}
	}
	return out
}

// mention resolves what was found and makes a Mention of it.
func mention(x *discourse, s *scanner, f *found) Mention {
	sent := s.sent
	m := Mention{
		Evidence: x.doc.Evidence(sent.Field, s.toks[f.from+f.hours].Start, s.toks[f.to-1].End, "dates/"+f.rule.name),
		Sentence: sent.Index, From: f.from, To: f.to, Hours: f.hours, Kind: f.expr.kind(), Clock: f.expr.clock,
	}
	m.Relation = f.expr.relation
	if m.Relation == "" {
		m.Relation = s.relation(f.from)
	}
	switch m.Kind {
	case Duration:
		m.Value = f.expr.lasts()
	case Date:
		anchor := x.anchorAt(sent)
		c := context{anchor: anchor, tense: s.tenseOf(f, m.Relation), strict: m.Relation == "since", focus: func(g Grain) (Period, bool) { return x.focus(sent, anchor, g) }}
		c.named = func() (Period, bool) { return x.namedYear(sent) }
		c.opened = x.opened(sent)
		c.by = m.Relation == "by"
		c.done = c.tense == past && s.doneOn(f.from)
		c.told = func() (Period, bool) { return x.last(sent) }
		c.event = func() (Period, bool) {
			return x.eventDay(sent, anchor, c.tense == future || c.tense == present, strings.HasPrefix(s.tagAt(f.to), "PRP"))
		}
		c.spoken = x.spoken
		if p, ok := c.resolve(&f.expr); ok && p.writable() {
			f.period = p
			m.Period, m.Value = p, p.String()
			x.tell(sent, said{period: p, year: c.carried || f.expr.namesYear(), opens: (f.from <= 1 || f.from == 2 && s.tagAt(0) == "CC") && s.lowerAt(f.to) == ",", report: s.toldAt(f.from) || isDateline(sent, f)})
		}
	}
	return m
}

// relation reads the preposition before token i, past articles and words of degree.
func (s *scanner) relation(i int) string {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		before := s.lowerAt(k - 1)
		switch w := s.toks[k].Lower; w {
		case "since", "until", "before", "by", "from", "after":
			return w
		case "till", "through", "til":
			return "until"
		case "following":
			return "after"
		case "starting", "beginning", "effective":
			return "from"
		case "of", "at":
			switch {
			case before == "as":
				return "as-of"
			case w == "of" && before == "ahead":
				return "before"
			}
			return ""
		case "to":
			switch before {
			case "prior":
				return "before"
			case "up":
				return "until"
			}
			return ""
		case "the", "a", "early", "late", "mid", "about", "around", "least", "on", "last", "this", "next":
		default:
			return ""
		}
	}
	return ""
}

// read prepares s for a sentence.
func (s *scanner) read(sent *extractors.Sentence) {
	s.index, s.sent, s.toks = index, sent, sent.Tokens
	s.words = vocab.features(sent.Tokens, s.words)
}

// scan returns the longest expressions from left to right.
func (s *scanner) scan() []found {
	var out []found
	for i := 0; i < len(s.words); {
		w := &s.words[i]
		if w.classes == 0 && w.literal == 0 {
			i++
			continue
		}
		if w.classes&cNotDate != 0 {
			if n, _ := s.phraseAt(i, false); n > s.holidayAt(i) {
				i += n
				continue
			}
		}
		f, ok := s.longest(i)
		if !ok {
			i++
			continue
		}
		out = append(out, f)
		i = f.to
	}
	return out
}

// scan reads one sentence on its own.
func scan(sent *extractors.Sentence) []found {
	var s scanner
	s.read(sent)
	return s.scan()
}
