package dates

import "strconv"

// numberAt returns how many tokens the number phrase at i takes, 0 for none.
func (s *scanner) numberAt(i int) int {
	n, _ := s.parseNumber(i)
	return n
}

// parseNumber reads the number phrase at i: figures, words, "a couple of", "two and a half", "half a"; of a range its upper end.
func (s *scanner) parseNumber(i int) (tokens int, value float64) {
	n, v := s.simpleNumber(i)
	if n == 0 {
		return 0, 0
	}
	if s.isRange(i + n) {
		if n2, v2 := s.simpleNumber(i + n + 1); n2 > 0 && v2 > v {
			return n + 1 + n2, v2
		}
	}
	return n, v
}

// isRange reports whether token i joins the ends of a range.
func (s *scanner) isRange(i int) bool {
	switch s.lowerAt(i) {
	case "to", "or", "-", "–":
		return true
	}
	return false
}

func (s *scanner) simpleNumber(i int) (int, float64) {
	if i >= len(s.words) || s.words[i].classes&cCard == 0 {
		return 0, 0
	}
	w := &s.words[i]
	switch w.kind {
	case "figures":
		if num, den, ok := fraction(s.lowerAt(i + 1)); ok { // 2 1/2
			return 2, w.number + num/den
		}
		return s.withFraction(i, 1, w.number)
	case "article":
		return s.articleNumber(i)
	case "half": // half a, half an
		if a := s.lowerAt(i + 1); a == "a" || a == "an" {
			return 2, 0.5
		}
		return 0, 0
	}
	return s.wordNumber(i)
}

func (s *scanner) articleNumber(i int) (int, float64) {
	switch s.lowerAt(i + 1) {
	case "couple":
		if s.lowerAt(i+2) == "of" {
			return 3, 2
		}
		return 2, 2
	case "half":
		return 2, 0.5
	case "dozen":
		return 2, 12
	case "hundred":
		return 2, 100
	case "thousand":
		return 2, 1000
	}
	return 1, 1
}

// wordNumber reads "twenty four", "two hundred and fifty", "six".
func (s *scanner) wordNumber(i int) (int, float64) {
	total, n := 0.0, 0
	for ; i+n < len(s.words); n++ {
		w := &s.words[i+n]
		switch {
		case w.classes&cCard == 0:
			if s.lowerAt(i+n) == "and" && total >= 100 && i+n+1 < len(s.words) && isSmall(s.words[i+n+1].kind) {
				continue
			}
			return s.withFraction(i, n, total)
		case w.kind == "scale" && n > 0:
			total *= w.number
		case w.kind == "tens" && (n == 0 || total >= 100), w.kind == "teens" && (n == 0 || total >= 100):
			total += w.number
		case w.kind == "ones" && (n == 0 || total >= 20):
			total += w.number
		default:
			return s.withFraction(i, n, total)
		}
	}
	return n, total
}

func isSmall(kind string) bool { return kind == "ones" || kind == "teens" || kind == "tens" }

// withFraction adds "and a half" to a number of n tokens at i.
func (s *scanner) withFraction(i, n int, v float64) (int, float64) {
	if s.lowerAt(i+n) == "and" && s.lowerAt(i+n+1) == "a" && s.lowerAt(i+n+2) == "half" {
		return n + 3, v + 0.5
	}
	if s.lowerAt(i+n) == "½" {
		return n + 1, v + 0.5
	}
	return n, v
}

func fraction(s string) (num, den float64, ok bool) {
	if len(s) == 3 && s[1] == '/' && s[0] >= '1' && s[0] <= '9' && s[2] > s[0] && s[2] <= '9' {
		return float64(s[0] - '0'), float64(s[2] - '0'), true
	}
	return 0, 0, false
}

// yearWordsAt reads a year in words: "nineteen ninety-six", "twenty twenty-four", "two thousand (and) eight".
func (s *scanner) yearWordsAt(i int) int {
	n, _ := s.parseYearWords(i)
	return n
}

func (s *scanner) parseYearWords(i int) (tokens, year int) {
	first := s.words[i].number
	if first == 2 && s.lowerAt(i+1) == "thousand" {
		n := 2
		if s.lowerAt(i+n) == "and" {
			n++
		}
		if m, v := s.wordNumber(i + n); m > 0 && v < 100 {
			return n + m, 2000 + int(v)
		}
		return 2, 2000
	}
	if first < 10 || first > 20 || s.words[i].kind == "figures" {
		return 0, 0
	}
	m, v := s.wordNumber(i + 1)
	if m == 0 || v < 10 || v > 99 {
		return 0, 0
	}
	return 1 + m, int(first)*100 + int(v)
}

// holidayAt returns how many tokens the longest holiday at i takes.
func (s *scanner) holidayAt(i int) int {
	n, _ := s.phraseAt(i, true)
	return n
}

// phraseAt returns the longest listed phrase at token i: a holiday with its rule, or a name that is no date.
func (s *scanner) phraseAt(i int, holiday bool) (tokens int, rule string) {
	for _, p := range vocab.phrases[s.toks[i].Lower] {
		if (p.rule != "") != holiday || len(p.tokens) <= tokens || i+len(p.tokens) > len(s.toks) {
			continue
		}
		same := true
		for k, t := range p.tokens {
			if s.toks[i+k].Lower != t {
				same = false
				break
			}
		}
		if same {
			tokens, rule = len(p.tokens), p.rule
		}
	}
	return tokens, rule
}

// clockOf reads the clock time at i: "14:30", "7.45am", "6 p.m.", "noon".
func (s *scanner) clockOf(i int) (tokens int, clock string) {
	if i < 0 || i >= len(s.words) {
		return 0, ""
	}
	w := &s.words[i]
	switch {
	case w.classes&cClock != 0:
		h, m, _ := parseClock(s.toks[i].Lower)
		n := 1
		if i+1 < len(s.words) && s.words[i+1].classes&cMeridiem != 0 {
			h, n = twelve(h, s.words[i+1].value == 0, s.words[i+1].value == 12), 2
		}
		return n, clockText(h, m)
	case w.classes&cDay != 0 && w.value <= 12 && i+1 < len(s.words) && s.words[i+1].classes&cMeridiem != 0:
		return 2, clockText(twelve(w.value, s.words[i+1].value == 0, s.words[i+1].value == 12), 0)
	case w.kind == "figures" && w.number != float64(w.value) && i+1 < len(s.words) && s.words[i+1].classes&cMeridiem != 0: // 7.45 a.m.
		h := int(w.number)
		return 2, clockText(twelve(h, s.words[i+1].value == 0, s.words[i+1].value == 12), int((w.number-float64(h))*100+0.5))
	}
	switch s.toks[i].Lower {
	case "noon", "midday":
		return 1, "12:00"
	case "midnight":
		return 1, "00:00"
	}
	return 0, ""
}

func clockText(h, m int) string {
	two := func(n int) string {
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
		return strconv.Itoa(n)
	}
	return two(h) + ":" + two(m)
}
