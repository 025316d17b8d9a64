package names

// event returns the end of an event, law or prize at i, i when there is none.
func (s *scanner) event(i int) int {
	end := i
	k := i
	for ; k < len(s.toks) && (s.nameToken(k) || s.shapes[k] == coded); k++ {
		c := s.words[k].class
		if k > i && (c&(title|calendar) != 0 || c&starter != 0) {
			break
		}
		if c&eventHead == 0 || s.style == titled || s.shapes[k] == upper || s.endsBody(i, k) {
			continue
		}
		if k == i && !(s.lower(k+1) == "of" || s.lower(k+1) == "on") {
			continue
		}
		if k == i+1 && s.words[i].class&given != 0 && c&(surname|given) != 0 {
			continue
		}
		if k == i && !s.is(k+2, capital, upper) && !(s.lower(k+2) == "the" && s.is(k+3, capital, upper)) {
			continue
		}
		end = k + 1
	}
	if end > i && s.lower(end) == "of" {
		p := end + 1
		if s.lower(p) == "the" {
			p++
		}
		if s.is(p, capital, upper) {
			for p < len(s.toks) && s.nameToken(p) {
				p++
			}
			end = p
		}
	}
	return end
}

// endsBody reports a listed body that ends with token k, though its last word heads events: "UN World Food Programme".
func (s *scanner) endsBody(i, k int) bool {
	for j := i; j < k; j++ {
		if end, kinds := s.phrase(j, orgs); end == k+1 && kinds&noName == 0 {
			return true
		}
	}
	return false
}
