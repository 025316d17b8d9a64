package claim

import "strings"

// subject returns where the subject of the verb group at token i begins: after the clause boundary to its left.
func (r *modalReader) subject(i int) int {
	k := r.beforeAside(i)
	end := k
	for k > 0 {
		w := r.low(k - 1)
		if open := r.bracket(k - 1); open > 0 { // "5 million crowns (€200,000) would be paid"
			k = open
			continue
		}
		if isStop(w) && !r.joinsNames(k-1, end) || w == "\"" && k < i || modalWords["told"][w] && (r.tag(k-1) == "VBD" || r.tag(k-1) == "VBZ") && k < i || boundaryWord[w] || w == "that" && r.tag(k) != "NN" {
			break
		}
		if w == "however" && k < i || w == "what" && r.tag(k-2) == "IN" || r.holdsThat(k-1, i) {
			break
		}
		if (w == "and" || w == "or") && !(r.isNumber(k-2) && r.isNumber(k)) && r.finiteBefore(k-1) {
			break
		}
		k--
	}
	return k
}

// bracket returns where the brackets open that the token k closes, 0 where it closes none.
func (r *modalReader) bracket(k int) int {
	for open := k - 1; r.low(k) == ")" && open > 0 && k-open < maxWithin; open-- {
		if r.low(open) == "(" {
			return open
		}
	}
	return 0
}

// joinsNames reports a comma that only lists names, of which the last stands before token end: "twelve shops in Leith, Ayr and Perth will".
func (r *modalReader) joinsNames(comma, end int) bool {
	if r.low(comma) != "," || end-comma > maxWithin || !strings.HasPrefix(r.tag(comma-1), "NNP") {
		return false
	}
	joined := false
	for k := comma + 1; k < end; k++ {
		switch w := r.low(k); {
		case w == "and" || w == "or":
			joined = true
		case w != "," && w != "the" && !strings.HasPrefix(r.tag(k), "NNP"):
			return false
		}
	}
	return joined
}

// holdsThat reports a verb of saying or thinking at token k whose words begin behind it without "that" and reach to the verb at token i: "half of
// the members think [the chair should go]".
func (r *modalReader) holdsThat(k, i int) bool {
	return i-k < maxWithin && modalWords["opines"][r.low(k)] && r.isFinite(k) && k+1 < i && r.isNominal(k+1) && !r.finiteBetween(k+1, i)
}

// beforeAside returns the token behind the subject of the verb group at token i, which an aside between commas may part from it: "170
// people, most of them in the warehouse, will"; i where nothing does.
func (r *modalReader) beforeAside(i int) int {
	if r.low(i-1) != "," {
		return i
	}
	for k := i - 2; k > 0 && i-k < 16; k-- {
		switch w := r.low(k); {
		case w == ",":
			if w := r.low(k + 1); w == "who" || w == "which" || w == "whose" || r.saysSo(k+1, i-1) || !r.finiteBetween(k+1, i-1) && r.tag(k+1) != "VBG" && r.isNominal(k-1) && !strings.HasPrefix(r.tag(k+1), "NNP") {
				return k
			}
			return i
		case isStop(w), w == "\"":
			return i
		}
	}
	return i
}

// mainFrom returns where the clause begins on which the one of the verb group at token i hangs, if that is before token end: "days before it was to
// open, | the mill had 900 workers".
func (r *modalReader) mainFrom(i, end int) int {
	for k := i + 1; k < end; k++ {
		if r.low(k) == "," && r.ownVerb(k+1) {
			return k
		}
	}
	return end
}

// asideOf reports that what begins at token j ends with a comma before anything is counted or told.
func (r *modalReader) asideOf(j int) bool {
	for k := j; k < j+maxSayer && k < len(r.toks) && !r.isNumber(k) && !r.isFinite(k); k++ {
		if r.low(k) == "," {
			return true
		}
	}
	return false
}

// addressed returns where in tokens [j,end) it is told before whom the words were said: "promised 40 clinics | in a speech to 3,000 supporters"; else end.
func (r *modalReader) addressed(j, end int) int {
	for k := j + 1; k+2 < end; k++ {
		if r.low(k) == "in" && r.tag(k+1) == "DT" && modalWords["address"][r.low(k+2)] {
			return k
		}
	}
	return end
}

// maxSayer is how many words an aside has at most that only names who speaks: "the interior ministry said on Monday".
const maxSayer = 6

// saysSo reports that tokens [from,to) only name who speaks: "she admits", "said the mayor".
func (r *modalReader) saysSo(from, to int) bool {
	said := false
	for k := from; k < to; k++ {
		if telling[strings.TrimSuffix(r.low(k), "s")] && r.isFinite(k) {
			said = true
		} else if !r.isNominal(k) && r.tag(k) != "IN" {
			return false
		}
	}
	return said && to-from <= maxSayer
}
