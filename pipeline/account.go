package pipeline

import (
	"fmt"
	"time"

	"crosstally/pipeline/intake"
)

// An Account says what became of everything a run saw: Seen = Stored + Duplicate + Refused.
type Account struct {
	Seen      int `json:"seen"`
	Stored    int `json:"stored"`
	Duplicate int `json:"duplicate"`
	Refused   int `json:"refused"`
}

// String says it in one line.
func (a Account) String() string {
	return fmt.Sprintf("%d seen: %d stored, %d duplicate, %d refused", a.Seen, a.Stored, a.Duplicate, a.Refused)
}

func (a Account) check(what string) error {
	if a.Stored+a.Duplicate+a.Refused != a.Seen {
		return fmt.Errorf("account of %s does not add up: %s", what, a)
	}
	return nil
}

// A SourceAccount is the account of one input: a feed, file or folder.
type SourceAccount struct {
	Source string `json:"source"`
	Account
	Errors map[intake.Class]int `json:"errors,omitempty"` // how many were refused for what
}

// A Refusal is one thing that was seen and not stored.
type Refusal struct {
	Source string       `json:"source"`
	Place  string       `json:"place"`
	Class  intake.Class `json:"class"`
	Error  string       `json:"error"`
}

// A Move is an input whose server says that it is elsewhere from now on. It is read there, and the list is the operator's to change.
type Move struct {
	Source string `json:"source"`
	To     string `json:"to"`
}

// A Report is all that a run has to say of itself.
type Report struct {
	Run      uint64          `json:"run"` // its number in the store; 0 when it ended before its facts were settled
	Started  time.Time       `json:"started"`
	Ended    time.Time       `json:"ended"`
	Stopped  bool            `json:"stopped"` // it was stopped before its inputs were read to the end
	Account  Account         `json:"account"`
	Sources  []SourceAccount `json:"sources"`  // in input order
	Refusals []Refusal       `json:"refusals"` // in input order
	Moved    []Move          `json:"moved"`
}

// ledger keeps the accounts of a run.
type ledger struct {
	report Report
	index  map[string]int // source -> place in report.Sources
}

// of returns the account of a source; it is good until the next call.
func (l *ledger) of(source string) *SourceAccount {
	if l.index == nil {
		l.index = map[string]int{}
	}
	i, ok := l.index[source]
	if !ok {
		i = len(l.report.Sources)
		l.index[source] = i
		l.report.Sources = append(l.report.Sources, SourceAccount{Source: source})
	}
	return &l.report.Sources[i]
}

func (l *ledger) seen(source string, n int) {
	l.of(source).Seen += n
	l.report.Account.Seen += n
}

func (l *ledger) stored(source string) {
	l.of(source).Stored++
	l.report.Account.Stored++
}

func (l *ledger) duplicate(source string, n int) {
	l.of(source).Duplicate += n
	l.report.Account.Duplicate += n
}

func (l *ledger) refused(source, place string, err error) Refusal {
	r := Refusal{Source: source, Place: place, Class: intake.ClassOf(err), Error: err.Error()}
	s := l.of(source)
	if s.Errors == nil {
		s.Errors = map[intake.Class]int{}
	}
	s.Refused++
	s.Errors[r.Class]++
	l.report.Account.Refused++
	l.report.Refusals = append(l.report.Refusals, r)
	return r
}

// check proves that nothing disappeared: of the whole and of each source.
func (l *ledger) check() error {
	for _, s := range l.report.Sources {
		if err := s.check(s.Source); err != nil {
			return err
		}
	}
	return l.report.Account.check("the run")
}
