package names

// sides makes bodies of the towns and countries that play a match: "beat Chad 2-1", "Wales v Poland", "lost to Split".
// It asks for a score, or a word of matches, in the sentence.
func (s *scanner) sides() {
	sent, about := -1, false
	for i := range s.cands {
		c := &s.cands[i]
		if c.typ == Org || c.sure == certain && c.typ != Place || c.styled {
			continue
		}
		if c.sent != sent {
			sent = c.sent
			s.load(sent)
			about = s.hasScore() || s.matchWords() > 0
		}
		if about && (c.typ == Place && s.plays(c) || c.typ != Place && (s.beaten(c) || s.meets(c))) {
			c.typ, c.rule, c.sure = Org, "side", certain
		}
	}
}

// beaten reports an unknown name between a verb of matches and the score: "beat Quorra Roja 2-1".
func (s *scanner) beaten(c *candidate) bool {
	return s.class(c.from-1)&sport != 0 && s.shapes0(c.from-1) == small && s.isScore(c.to) && s.class(c.from)&given == 0
}

// meets reports one of two single words that "against" or "v" parts in a sentence with a score: "showing Quorra against Tolvex, 2-2".
func (s *scanner) meets(c *candidate) bool {
	if c.to > c.from+1 || !s.hasScore() || s.class(c.from)&given != 0 {
		return false
	}
	between := func(k int) bool {
		w := s.lower(k)
		return (w == "against" || w == "v" || w == "vs" || w == "versus") && s.is(k-1, capital, upper) && s.is(k+1, capital, upper)
	}
	return between(c.from-1) || between(c.to)
}

// plays reports a verb or sign of matches directly beside c.
func (s *scanner) plays(c *candidate) bool {
	k := c.from - 1
	if s.lower(k) == "the" {
		k--
	}
	before, after := s.class(k)&sport != 0 && s.shapes0(k) == small, s.class(c.to)&sport != 0 && s.shapes0(c.to) == small
	if s.isScore(c.to) && s.hasScore() || k > 1 && s.isScore(k-2) && s.shapes0(k) == numeral {
		return before || after || s.shapes0(c.to) == numeral
	}
	strict := s.hasScore() || s.matchWords() > 1
	switch {
	case (before || after) && strict:
		return true
	case s.lower(k) == "to" && (s.lower(k-1) == "lost" || s.lower(k-1) == "defeat" || s.lower(k-1) == "loss"):
		return strict
	case s.scoreBehind(k) && (s.lower(k) == "with" || s.lower(k) == "to" || s.lower(k) == "against" || s.lower(k) == "over" || s.lower(k) == "by"):
		return true // "drew 0-0 with", "lost 1-0 to"
	case s.lower(k) == "with" && s.lower(k-1) == "drew", s.lower(k) == "over" && (s.lower(k-1) == "win" || s.lower(k-1) == "victory"), s.lower(k) == "against" && strict:
		return true
	}
	return false
}

// scoreBehind reports a score that ends right before token k.
func (s *scanner) scoreBehind(k int) bool { return k >= 3 && s.isScore(k-3) }

// isScore reports "2-1" at token k, in three tokens or one.
func (s *scanner) isScore(k int) bool {
	if s.is(k, numeral) && k+2 < len(s.toks) && s.is(k+2, numeral) && len(s.toks[k].Text) <= 3 && len(s.toks[k+2].Text) <= 3 {
		t := s.toks[k+1].Text
		return t == "-" || t == "–"
	}
	return false
}

func (s *scanner) hasScore() bool {
	for k := range s.toks {
		if s.isScore(k) {
			return true
		}
	}
	return false
}

func (s *scanner) matchWords() int {
	n := 0
	for k := range s.toks {
		if s.shapes[k] == small && s.words[k].class&matchWord != 0 {
			n++
		}
	}
	return n
}
