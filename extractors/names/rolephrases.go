package names

// rolePhrase returns the end of the longest office or title at i, in any letters.
func (s *scanner) rolePhrase(i int) (end int, ok bool) {
	if i >= len(s.toks) {
		return i, false
	}
	end = i
	if i >= len(s.toks) {
		return end, false
	}
	n := &s.words[i].node
	for p := i; ; {
		if n.kind&(rolePhrase|titlePhrase) != 0 {
			end, ok = p+1, true
		}
		p++
		if p >= len(s.toks) || n.next == nil {
			return end, ok
		}
		if n = n.next[s.toks[p].Lower]; n == nil {
			return end, ok
		}
	}
}

// roleStands reports whether the capitalised role at [i,end) is one, not part of a name: "King said", "Dean Smith".
func (s *scanner) roleStands(i, end int) bool {
	c := s.words[i].class
	if end > i+1 {
		return true
	}
	if c&given != 0 && s.is(end, capital, initial) && s.role.to != i {
		return false
	}
	if c&surname != 0 && !s.nameToken(end) {
		return s.startsSentence(i) || s.lower(i-1) == "the"
	}
	return true
}

// roleComplement extends an office over what it is of: "Minister of Health", "Minister for Foreign Affairs".
func (s *scanner) roleComplement(end int) int {
	w := s.lower(end)
	goesOn := (w == "and" || w == "&") && s.topicToken(end-1) // "minister of health" is listed, "... and Welfare" follows
	if w != "of" && w != "for" && !goesOn {
		return end
	}
	k := end + 1
	if s.lower(k) == "the" {
		k++
	}
	if !s.topicToken(k) {
		return end
	}
	for k < len(s.toks) {
		switch {
		case s.topical(k):
			k++
		case (s.lower(k) == "and" || s.lower(k) == "&" || s.lower(k) == "," && s.topicToken(k+1)) && s.topical(k+1):
			k += 2
		default:
			return k
		}
	}
	return k
}

// roleBefore returns the role or title that directly precedes token from: the one just read, or one in small letters.
func (s *scanner) roleBefore(from int) span {
	if s.role.to == from {
		return s.role
	}
	k := from
	for k > 0 && from-k < 5 && s.shapes[k-1] == small && s.words[k-1].class&(role|title|modifier) != 0 && s.words[k-1].class&starter == 0 {
		k--
	}
	if k == from || s.words[from-1].class&(role|title) == 0 {
		return span{}
	}
	for k < from-1 && s.words[k].class&role == 0 && s.words[k].class&modifier == 0 {
		k++
	}
	return span{k, from}
}
