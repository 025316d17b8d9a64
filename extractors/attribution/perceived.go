package attribution

import "strings"

// What witnesses heard and saw, and what a firm sees ahead.

// readPerceived reads what witnesses heard or saw: "Residents heard six explosions".
func (r *reader) readPerceived(rule string, i int) bool {
	return r.object(rule, "said", i, func(src *source, j, end int) bool {
		switch r.low(j) {
		case "seeing", "hearing", "counting", "finding": // "described seeing 12 bodies"
			return r.hasNumber(j, min(end, j+6))
		}
		if strings.HasPrefix(r.low(i), "receiv") {
			return (src.kind == body || src.kind == group) && !r.covered(i) && r.toldOf(j, end)
		}
		if r.attends(j) {
			return false
		}
		if strings.HasPrefix(r.low(i), "see") && src.kind == body && r.foresees(j, end) {
			return true // "now sees a profit of 520 million"
		}
		if strings.HasPrefix(r.low(i), "heard") && endsWith(src.evidence.Text, sits) && r.low(j) == "of" {
			return r.isNumber(r.skipBound(j + 1)) // "the trial had heard of four"
		}
		if strings.HasPrefix(r.low(i), "heard") && src.kind == person {
			return r.isNumber(r.skipBound(j))
		}
		if f, _, _ := r.subject(i); src.kind == person && (r.low(f) == "a" || r.low(f) == "an") {
			return r.bareFigure(j) // "A photographer saw just four"
		}
		if src.kind == body && !src.place { // "the police saw 22,000"
			n := r.skipBound(j)
			return r.isNumber(n) && (r.stop(n+1) || n+1 >= len(r.toks))
		}
		return src.kind == group && src.speaker == "" && r.tag(j) != "PRP" && r.hasNumber(j, min(end, j+6))
	})
}

// toldOf reports what is told to a body and counted by it in tokens [j,end): "six reports of fires", "complaints from 40 villages".
func (r *reader) toldOf(j, end int) bool {
	k := r.pastNumber(r.skipBound(j))
	for n := k; n < k+4; n++ {
		if r.has(n, toldOf) {
			return r.low(n+1) != "that" && r.hasNumber(j, min(end, n+6))
		}
	}
	return false
}

// foresees reports what a firm expects from token j on: "an operating profit of 520 million", "growth of 2 percent".
func (r *reader) foresees(j, end int) bool {
	for k := j; k < min(end, j+5); k++ {
		if r.has(k, outcome) {
			return (r.low(k+1) == "of" || r.low(k+1) == "at") && r.hasNumber(k+2, min(end, k+6))
		}
	}
	return false
}

// attends reports people at token j whom a court hears or a clinic sees, "heard 62 witnesses", "have seen 780 patients", beside what witnesses
// see happen to them: "have seen 12 patients die".
func (r *reader) attends(j int) bool {
	k := r.pastNumber(r.skipBound(j))
	die := strings.HasPrefix(r.tag(k+1), "VB") || r.tag(k+1) == "NN" && !r.is(k+1, day) // which the tagger may take for a noun
	return r.has(k, attended) && !die
}
