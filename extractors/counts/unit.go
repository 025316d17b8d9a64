package counts

import (
	"strings"

	"crosstally/extractors"
)

// unitOf finds a percent sign, currency or measure at a number. from is where the figure begins with a currency sign before it, to where
// it ends with its unit.
func unitOf(c *context, n num) (unit string, kind Kind, from, to int) {
	from, to = n.from, n.to
	if n.currency != "" {
		return n.currency, Money, from, to
	}
	if n.suffix != "" {
		m := measures[n.suffix]
		return m[0], measureKind(m[1]), from, to
	}
	if cur, at := currencyBefore(c, n.from); cur != "" {
		return cur, Money, at, n.to
	}
	next := c.at(n.to)
	switch {
	case next == "%" || next == "percent" || next == "pc" || next == "pct":
		return "percent", Percent, from, n.to + 1
	case next == "per" && c.at(n.to+1) == "cent":
		return "percent", Percent, from, n.to + 2
	}
	if cur, ok := currencies[next]; ok {
		if cur[1] == "word" {
			return cur[0], Money, from, n.to + 1
		}
		if cur[1] == "symbol" && c.glued(n.to) || cur[1] == "code" && next == strings.ToLower(c.toks[n.to].Text) && len(next) == 3 && strings.ToUpper(next) == c.toks[n.to].Text {
			return cur[0], Money, from, n.to + 1
		}
	}
	// "Kenyan shillings", "US dollars"
	if cur, ok := currencies[c.at(n.to+1)]; ok && cur[1] == "word" && n.to < len(c.toks) && (c.capital(n.to) || c.at(n.to) == "us" || c.at(n.to) == "u.s.") {
		return strings.ToLower(c.toks[n.to].Text) + " " + singular(c.at(n.to+1)), Money, from, n.to + 2
	}
	for _, p := range measures2[next] {
		if matchAt(c.toks, n.to, p.words) {
			u, dim, _ := strings.Cut(p.what, "\t")
			return u, measureKind(dim), from, n.to + len(p.words)
		}
	}
	if m, ok := measures[next]; ok {
		if m[1] == "time" && (c.at(n.to+1) == "old" || c.at(n.to+1) == "ago") {
			return "", Number, from, to
		}
		if len(next) <= 2 && n.words || next == "second" && n.value != 1 || next == "in" {
			return "", Number, from, to
		}
		return m[0], measureKind(m[1]), from, n.to + 1
	}
	return "", Number, from, to
}

func measureKind(dim string) Kind {
	if dim == "time" {
		return Duration
	}
	return Measure
}

// currencyBefore reads a sign or code before a number: "$", "US$", "SDG", "Sh500,000" (one token) is read by splitCode.
func currencyBefore(c *context, k int) (unit string, from int) {
	p := c.at(k - 1)
	cur, ok := currencies[p]
	if !ok {
		return "", 0
	}
	switch cur[1] {
	case "symbol":
		if c.glued(k - 1) {
			if two, ok := currencies[c.at(k-2)+p]; ok { // "US" "$"
				return two[0], k - 2
			}
		}
		return cur[0], k - 1
	case "code":
		if t := c.toks[k-1].Text; t == strings.ToUpper(t) || t == "Sh" || t == "KSh" || t == "Ksh" || t == "Rs" {
			return cur[0], k - 1
		}
	}
	return "", 0
}

// afterCode reads a token such as "Sh500,000" or "KES20m": the currency and the number.
func afterCode(t extractors.Token) (unit string, value float64, ok bool) {
	k := strings.IndexFunc(t.Text, func(r rune) bool { return r >= '0' && r <= '9' })
	if k < 2 || k > 4 {
		return "", 0, false
	}
	cur, known := currencies[strings.ToLower(t.Text[:k])]
	if !known || cur[1] != "code" {
		return "", 0, false
	}
	digits := strings.ToLower(t.Text[k:])
	scale := 1.0
	if body := strings.TrimRight(digits, "kmbntl"); body != digits {
		w := numberWords[digits[len(body):]]
		if w.class != "suffix" {
			return "", 0, false
		}
		digits, scale = body, w.value
	}
	v, ok := parseDigits(digits)
	return cur[0], v * scale, ok
}

// perUnit reports whether a price or rate follows: "$5 a gallon", "€20 per head".
func perUnit(c *context, k int) bool {
	switch c.at(k) {
	case "per", "apiece":
		return c.at(k+1) != "cent"
	case "a", "an":
		switch c.at(k + 1) {
		case "gallon", "litre", "liter", "barrel", "tonne", "ton", "kilo", "pound", "ounce", "share", "head", "day", "week", "month", "year", "hour", "night", "piece", "ticket", "unit":
			return true
		}
	}
	return false
}

// measureOfThing reports a unit that only describes: "a 5 km run" is none of the story's figures when a hyphen joins it; plain measures stay.
func measureOfThing(c *context, k int) bool { return c.at(k) == "per" }

// assertedDuration reports whether a text asserts a lasting time of a person or event: a sentence, a suspension, a mourning.
func assertedDuration(c *context, n num) bool {
	for k := max(0, n.from-8); k < n.from; k++ {
		switch c.at(k) {
		case "sentence", "sentenced", "jailed", "imprisoned", "imposed", "given", "serve", "served", "serving", "banned", "suspended", "ban", "suspension", "term", "mourning":
			return c.at(n.to) == "years" || c.at(n.to) == "months" || c.at(n.to) == "year" || c.at(n.to) == "days" || c.at(n.to) == "hours" || c.at(n.to) == "weeks"
		}
	}
	return c.at(n.to) == "days" && c.at(n.to+1) == "of" && c.at(n.to+2) == "mourning"
}

// rangeAt reads "40-50", "between 40 and 50", "40 to 50", "nine or ten" from its first number; to is behind the second number.
func rangeAt(c *context, a num, numFrom int, continuous bool) (r reading, to int, ok bool) {
	k := a.to
	between := c.at(numFrom-1) == "between"
	switch w := c.at(k); {
	case w == "-" || w == "–" || w == "‑":
		ok = c.glued(k) && c.glued(k+1)
	case w == "to":
		ok = !between
	case w == "and":
		ok = between
	case w == "or":
		ok = true
	}
	if w := c.at(k); w == "%" && c.at(k+1) == "to" || w == "per" && c.at(k+1) == "cent" && c.at(k+2) == "to" {
		k++
		if w == "per" {
			k++
		}
		ok = true
	}
	if !ok {
		return r, 0, false
	}
	start := k + 1
	if _, sym := currencies[c.at(start)]; sym {
		start++
	}
	b, good := parseAt(c, start)
	if !good || b.vague != nil || b.value <= a.value {
		return r, 0, false
	}
	switch c.at(k) {
	case "or":
		if b.value != a.value+1 && !(b.value-a.value <= 10 && b.value <= 30) && b.value > a.value*1.6 {
			return r, 0, false
		}
		if b.from != k+1 {
			return r, 0, false
		}
	case "to":
		// "from 14 to 18" tells of a change, "to 34 to 39" of a sequence
		for j := max(0, numFrom-4); j < numFrom; j++ {
			switch c.at(j) {
			case "from", "rose", "rise", "fell", "climbed", "grew", "went", "raised", "jumped", "increased", "dropped", "up", "down", "votes", "vote", "odds":
				return r, 0, false
			}
		}
		if c.at(numFrom-1) == "to" || c.at(b.to) == "to" || c.at(numFrom-1) == "by" {
			return r, 0, false
		}
	}
	lo, hi := a.value, b.value
	if b.value >= 1000 && a.value < 1000 && strings.HasSuffix(c.at(b.to-1), "n") && numberWords[c.at(b.to-1)].class == "scale" { // "2 to 3 million"
		scale := numberWords[c.at(b.to-1)].value
		lo = a.value * scale
	}
	from := numFrom
	if between {
		from--
	}
	return reading{from: from, to: b.to, lo: ptr(lo), hi: ptr(hi)}, b.to, true
}
