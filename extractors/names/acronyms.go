package names

import (
	"strings"
	"unicode"

	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// definitions locks what a sentence defines: "Independent Grain Council (IGC)", "IGC (Independent Grain Council)", and
// "(CPA)" of a dateline. The letters must be the initials of the words, links left out or counted.
func (s *scanner) definitions() {
	for p := 1; p+2 < len(s.toks); p++ {
		if s.toks[p].Text != "(" || s.toks[p+2].Text != ")" || !s.is(p+1, upper, mixed, capital) {
			continue
		}
		letters := capitalsOf(s.toks[p+1].Text)
		if len(letters) == 1 {
			if from := s.matchSyllables(s.toks[p+1].Lower, p); from >= 0 {
				s.locks = append(s.locks, lock{from, p, Org, "defined"}, lock{p + 1, p + 2, Org, "acronym-defined"})
				s.alias[s.key(p+1, p+2)] = s.text(span{from, p})
				continue
			}
		}
		if len(letters) < 2 {
			continue
		}
		from := s.matchInitials(letters, p-1)
		if from < 0 || p-from < 2 {
			continue
		}
		if s.lower(from) == "the" {
			from++
		}
		if s.words[p-1].class&(office|eventHead|title) != 0 && s.words[p-1].class&orgHead == 0 {
			s.locks = append(s.locks, lock{p + 1, p + 2, "", "defined"}) // an office or a law
			continue
		}
		s.locks = append(s.locks, lock{from, p, Org, "defined"}, lock{p + 1, p + 2, Org, "acronym-defined"})
		s.alias[s.key(p+1, p+2)] = s.text(span{from, p})
	}
}

func capitalsOf(t string) []rune {
	var out []rune
	for _, r := range t {
		if unicode.IsUpper(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

// matchSyllables returns where the name of three words or more that ends before token end begins whose first letters, at least two of
// its first word, make the word short: "Ferrovia Nazionale del Sud (Fenasud)"; -1 where none does.
func (s *scanner) matchSyllables(short string, end int) int {
	for from := end - 3; from >= max(0, end-7); from-- {
		if w := s.toks[from].Lower; !s.is(from, capital) || len(w) < 2 || !strings.HasPrefix(short, w[:2]) {
			continue
		}
		if s.syllables(short, from, end) {
			return from
		}
	}
	return -1
}

// syllables reports whether first letters of tokens [from,end) in order make short; words written small may be left out.
func (s *scanner) syllables(short string, from, end int) bool {
	if from == end {
		return short == ""
	}
	w := s.toks[from].Lower
	if s.shapes[from] == small && s.syllables(short, from+1, end) {
		return true
	}
	for n := 1; n <= len(w) && n <= len(short) && w[n-1] == short[n-1]; n++ {
		if s.syllables(short[n:], from+1, end) {
			return true
		}
	}
	return false
}

// matchInitials reads backwards from token last and returns where the words whose initials are letters begin, or -1.
func (s *scanner) matchInitials(letters []rune, last int) int {
	k := last
	for n := len(letters) - 1; n >= 0; n-- {
		for steps := 0; ; steps++ {
			if k < 0 || steps > 2 {
				return -1
			}
			r := firstRune(s.toks[k].Lower)
			if r == letters[n] && (s.shapes[k] != small || n > 0) {
				break
			}
			if s.nameToken(k) && n < len(letters)-1 || s.nameToken(k) || s.class(k)&(link|starter|particle) == 0 && s.shapes[k] == small {
				return -1
			}
			k--
		}
		if n == 0 {
			if s.nameToken(k) {
				return k
			}
			return -1
		}
		k--
	}
	return -1
}

func firstRune(t string) rune {
	for _, r := range t {
		return r
	}
	return 0
}

// dateline locks the place that opens a report, "VORTOVA, Hungary (AP) -", and the agency in brackets.
func (s *scanner) dateline() {
	k := 0
	for k < len(s.toks) && k < 5 && s.is(k, upper) {
		k++
	}
	sent := &s.doc.Sentences[s.sent]
	if k > 0 && !s.introduces(k) && sent.Kind != article.Row && (sent.Block < 0 || sent.Start == s.doc.Article.Blocks[sent.Block].Start) && (len(s.toks[0].Text) > 3 || k > 1) {
		switch s.lower(k) {
		case ",", "(", "—", "–", "-", "--", "_", "/":
			t := Place
			if end, kinds := s.phrase(0, orgs|places); end == k && kinds&places == 0 {
				t = Org // "UNITED NATIONS (AP)"
			}
			s.locks = append(s.locks, lock{0, k, t, "dateline"})
		}
	}
	for p := 1; p+3 < len(s.toks) && p < 14; p++ {
		if s.toks[p].Text != "(" || s.toks[p+2].Text != ")" || !s.nameToken(p+1) {
			continue
		}
		switch s.toks[p+3].Text {
		case "—", "–", "-", "--", "_":
			s.locks = append(s.locks, lock{p + 1, p + 2, Org, "dateline-agency"})
		}
	}
}

// introduces reports a comma at token k and an apposition, or a clause, behind it: "NASUWT, the second-largest union, left".
func (s *scanner) introduces(k int) bool {
	if s.lower(k) != "," {
		return false
	}
	switch s.lower(k + 1) {
	case "the", "a", "an", "which", "who", "whose", "one", "its", "part", "known", "based", "where", "with", "however", "meanwhile":
		return s.is(k+1, small)
	}
	return false
}

// quotedTitles locks titles of works in quotation marks, "Another Day in Paradise": names inside them are not of the story.
func (s *scanner) quotedTitles() {
	for i := 0; i+3 < len(s.toks); i++ {
		if !opensQuote(s.toks[i].Text) || !s.is(i+1, capital) {
			continue
		}
		capitals, k := 0, i+1
		for k < len(s.toks) && k < i+10 && s.shapes[k] != mark {
			if s.shapes[k] == capital {
				capitals++
			} else if s.words[k].class&(starter|link|particle|inPlace) == 0 {
				break
			}
			k++
		}
		if k < len(s.toks) && k > i+3 && capitals > 1 && closesQuote(s.toks, k) {
			if end, _ := s.phrase(i+1, places|orgs); end != k {
				s.locks = append(s.locks, lock{i + 1, k, "", "title"})
			}
		}
	}
}

func opensQuote(t string) bool {
	return t == "“" || t == "\"" || t == "‘" || t == "«" || t == "`" || t == "„" || t == "'"
}

// closesQuote reports the end of a quotation at token k, behind a comma or full stop or not.
func closesQuote(toks []extractors.Token, k int) bool {
	if k >= len(toks) {
		return false
	}
	if t := toks[k].Text; (t == "," || t == ".") && k+1 < len(toks) {
		k++
	}
	switch toks[k].Text {
	case "”", "\"", "’", "»", "'", "“":
		return true
	}
	return false
}

// aliases links an acronym to the body just named where its letters are another language's: "Federation of Miners (FTC)",
// "the Information Authority, known as RIA".
func (s *scanner) aliases() {
	for i := 1; i < len(s.cands); i++ {
		a, b := &s.cands[i-1], &s.cands[i]
		if a.sent != b.sent || a.typ != Org || a.sure < good || b.to != b.from+1 || b.typ == Person && b.sure == certain {
			continue
		}
		toks := s.doc.Sentences[a.sent].Tokens
		if !isUpper(toks[b.from].Text) || a.to-a.from < 2 || s.alias[b.key] != "" || !defines(toks, a.to, b.from, b.to) {
			continue
		}
		s.alias[b.key] = s.surface(a)
		b.typ, b.rule, b.sure = Org, "acronym-defined", certain
	}
}

// initialed links an acronym that nothing defines to the one body of the document whose initials it is, before the lists are asked: "the
// Northern Fishing League … The NFL".
func (s *scanner) initialed() {
	full := map[string]string{}
	for i := range s.cands {
		c := &s.cands[i]
		if c.typ != Org || c.to-c.from < 2 {
			continue
		}
		name := s.surface(c)
		k := strings.ToLower(string(capitalsOf(name)))
		if k == "" || isUpper(name) {
			continue
		}
		if n := full[k]; n != "" && !strings.EqualFold(n, name) {
			name = "\x00" // of two
		}
		full[k] = name
	}
	for i := range s.cands {
		c := &s.cands[i]
		if c.typ != Org || c.to != c.from+1 || s.alias[c.key] != "" || len(c.key) < 2 || len(c.key) > 6 || !isUpper(s.surface(c)) {
			continue
		}
		if n := full[c.key]; n != "" && n != "\x00" {
			s.alias[c.key] = n
		}
	}
}

// defines reports what stands between a body [..,to) and the other name of it at [from,end): a bracket, ", known as", ", or".
func defines(toks []extractors.Token, to, from, end int) bool {
	if from-to == 1 {
		return toks[to].Text == "(" && end < len(toks) && toks[end].Text == ")"
	}
	if toks[to].Text != "," || from-to > 5 {
		return false
	}
	last := toks[from-1].Lower
	return last == "as" && toks[from-2].Lower == "known" || last == "or" && from-to == 2 && end < len(toks) && toks[end].Text == ","
}
