package claim

// condition marks an if-clause; where it stands first, what follows too.
func (r *modalReader) condition(i, j int) {
	if p := r.low(i - 1); p == "as" || p == "even" && r.low(i) != "even" || r.low(i) == "if" && (r.low(j) == "any" || r.low(j) == "not") {
		return
	}
	if r.low(i) == "if" && (r.low(j) == "you" || r.low(j) == "one" || r.low(j) == "we") && modalWords["credence"][r.low(j+1)] {
		return // "12 died, if you believe the army"
	}
	if r.opensClause(i) {
		end := i
		for end < len(r.toks) && r.low(end) != ":" && r.low(end) != ";" && r.low(end) != "." && r.low(end) != "?" && !(r.low(end) == "," && (r.low(end+1) == "since" || r.low(end+1) == "because")) {
			end++
		}
		r.mark(j, end, Possible) // not "If you went to bed early: 61 percent of votes are in"
		return
	}
	r.mark(j, r.clauseEnd(j), Possible)
}

func (r *modalReader) opensClause(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch w := r.low(k); {
		case w == "\"" || w == "'" || w == "(" || w == "but" || w == "and" || w == "that" || w == "even" || w == "only":
			continue
		case w == ";" || w == ":" || w == "—" || w == "–" || w == "-" || w == ".":
			return true
		default:
			return false
		}
	}
	return true
}

// whether marks what is asked, studied or not known: "unclear whether three boats sank".
func (r *modalReader) whether(j int) {
	if r.low(j) == "or" || r.low(j) == "the" && r.isNumber(j+1) {
		return
	}
	r.mark(j, r.clauseEnd(j), Possible)
}

// question marks a sentence that asks whether something is so: "Did 40 die?" What is asked for ("How did the 40 die?") is
// told as fact round the question.
func (r *modalReader) question() {
	if len(r.toks) < 3 {
		return
	}
	end := len(r.toks) - 1
	for end > 0 && r.low(end) == "\"" {
		end--
	}
	if r.low(end) != "?" {
		return
	}
	for i := 0; i < end; i++ {
		switch w := r.low(i); {
		case w == "\"" || w == "and" || w == "but" || w == "or" || w == "so":
			continue
		case modalWords["inverted"][w]:
			for k := i; k < end; k++ {
				if r.of[k] != Denied {
					r.of[k] = Possible
				}
			}
		}
		return
	}
}

// noneThat marks a statement that nothing speaks for: "no proof was given that 40 died".
func (r *modalReader) noneThat(j int, m Modality) {
	if r.isNumber(j) {
		r.mark(j, r.clauseEnd(j), m) // a headline: "no evidence 40 died"
	}
	for k := j; k < j+6 && k < len(r.toks); k++ {
		if r.low(k) == "that" {
			r.mark(k, r.clauseEnd(k+1), m)
			return
		}
		if isStop(r.low(k)) {
			return
		}
	}
}

// faced marks the highest penalty that a court may set: "faces up to 20 years in prison".
func (r *modalReader) faced(j int) {
	end := r.numberEnd(j + 2)
	if r.low(j) == "up" && r.low(j+1) == "to" && end > j+2 && (r.low(end) == "years" || r.low(end) == "months") {
		r.mark(j, end+1, Possible) // "had faced up to 15 years"
		return
	}
	for k := j; k < j+9 && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if modalWords["penalty"][r.low(k)] {
			r.mark(j, k, Possible)
			return
		}
	}
}
