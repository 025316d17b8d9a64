package counts

// Sums of money go on without their currency.

// moneyElided gives a number in millions the currency spoken of before, beside a word for money: "3 billion kroner, of which
// it has paid 800 million", "seeks damages of 5 billion".
func (s *scanner) moneyElided(k int) bool {
	q := &s.qs[k]
	if s.currency != nil && s.currencySaid == s.sent.Index && k > 0 && s.qs[k-1].kind == Money && q.kind == Number && s.lower(q.to) == "for" && (s.lower(q.to+1) == "each" || s.lower(q.to+1) == "every" || s.lower(q.to+1) == "those") {
		q.kind, q.unitName, q.unit, q.rule = Money, s.currency.name, s.currency, "money" // "200,000 rupees for …, 50,000 for each"
		return true
	}
	if s.currency != nil && s.currencySaid == s.sent.Index && q.kind == Number && (s.lower(q.to) == "of" && (s.lower(q.to+1) == "that" || s.lower(q.to+1) == "it")) && s.lower(q.to+2) != "as" && (k == 0 || s.qs[k-1].refusal != nil || s.qs[k-1].kind == Money) {
		q.kind, q.unitName, q.unit, q.rule = Money, s.currency.name, s.currency, "money" // "131,000 euros, and 23,000 of that came out of an oven"
		return true
	}
	if s.currency == nil || !q.scaled || q.vague || q.lo < 1e5 || q.ofTo > q.ofFrom && s.lower(q.to+1) != "it" && s.lower(q.to+1) != "that" {
		return false
	}
	if q.kind == Number && q.elided() && s.paidFor(q) {
		q.kind, q.unitName, q.unit, q.rule = Money, s.currency.name, s.currency, "money" // "demands 90 million; the bank puts its pot at 35 million"
		return true
	}
	if s.sent.Index-s.currencySaid > 3 {
		return false
	}
	if p := s.sumBefore(k); p != nil && p.scaled && q.kind == Number && q.elided() && (q.to >= len(s.toks) || s.at(q.to).class&(cStop|cRelative) != 0 || s.lower(q.to) == "that" || s.tag(q.to) == "VBN") {
		q.kind, q.unitName, q.unit, q.rule = Money, p.unitName, p.unit, "money" // "pays 60 million euros to the families, who had demanded 95 million"
		return true
	}
	for i := q.from - 1; i >= 0 && i > q.from-7; i-- {
		switch {
		case s.at(i).class&cMoneyWord != 0:
			q.kind, q.unitName, q.unit, q.rule = Money, s.currency.name, s.currency, "money"
			return true
		case s.lower(i) == ";":
			return false
		}
	}
	return false
}

// currencySpoken takes the currency that a sentence speaks of without a sum, before any was told: "The argument is about kroner."
func (s *scanner) currencySpoken() {
	if s.currency != nil {
		return
	}
	for i := range s.toks {
		if spokenCurrencies[s.toks[i].Lower] && (s.at(i-1).class&(cNumber|cDigit|cCapital) == 0 || i == 1) {
			s.currency, _ = s.unitAt(i)
			s.currencySaid = s.sent.Index
			return
		}
	}
}

// spokenCurrencies are plurals of currencies that mean nothing else.
var spokenCurrencies = tell.Of("spoken-currencies")

// sumsGoOn reports a number in millions that goes on with the sum of money right before it in its sentence: "185 million pounds for repairs and 60
// million for buyers", "lost 1.1 billion soles; the ministry speaks of 640 million".
func (s *scanner) sumsGoOn(k int) bool {
	before := k
	for before > 0 && s.qs[before-1].refusal != nil {
		before-- // over the price of a share
	}
	p, q := s.sumBefore(before), &s.qs[k]
	if p == nil || !p.scaled || s.currency == nil || !q.scaled || q.vague || q.lo < 1e5 || q.kind != Number || !q.elided() || q.ofTo > q.ofFrom {
		return false
	}
	switch s.lower(q.from - 1) {
	case "and", ",", ":", "from", "than", "or", "plus":
	case "to": // not those whom it goes to: "gives 30 million dollars to 2 million in need"
		if s.lower(p.from-1) != "from" {
			return false
		}
	case "of", "with":
		return s.endsClause(q) || s.lower(q.to) == "for"
	default:
		return false
	}
	if q.to >= len(s.toks) || s.at(q.to).class&cStop != 0 {
		return true
	}
	switch s.lower(q.to) {
	case "in", "for", "through", "on", "a", "last", "from", "to", "as", "and", "by":
		return true
	}
	return false
}

// paidFor reports what is done with money right before a number or behind it: "values his boats at 6.4 million", "31 million had been paid".
func (s *scanner) paidFor(q *quantity) bool {
	for i := q.from - 1; i >= 0 && i > q.from-8 && s.lower(i) != ";"; i-- {
		if moneyVerbs[s.lower(i)] || s.at(i).class&cMoneyWord != 0 && s.at(i).class&cHarm == 0 {
			return true
		}
	}
	reach := 5
	if s.at(q.to).class&cBe != 0 {
		reach = 8 // "Two million is what the town has promised them"
	}
	for i := q.to; i < len(s.toks) && i < q.to+reach && s.at(i).class&cStop == 0; i++ {
		if w := s.lower(i); w == "paid" || w == "disbursed" || w == "transferred" || reach > 5 && promised[w] {
			return true
		}
	}
	return false
}

// promised are participles for what is to be done with a sum told before them.
var promised = tell.Of("promised")

// moneyVerbs are verbs and nouns beside which a number in millions is money.
var moneyVerbs = tell.Of("money-verbs")

// sumBefore returns the sum of money right before a number in its sentence, not its worth in another currency in brackets; nil for none.
func (s *scanner) sumBefore(k int) *quantity {
	for k--; k >= 0 && s.qs[k].kind == Money && s.qs[k].refusal == nil; k-- {
		if s.lower(s.qs[k].from-1) != "(" {
			return &s.qs[k]
		}
	}
	return nil
}
