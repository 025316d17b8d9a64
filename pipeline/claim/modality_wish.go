package claim

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/attribution"
)

// wish reads what a noun for an offer or a demand comes to behind a verb or a comma: "the firm's last offer, made on Monday, was 3
// percent", "the gang's demand is now 90 million", "its offer, 2 percent, has not moved".
func (r *modalReader) wish(i, j int, m Modality) {
	if !strings.HasPrefix(r.tag(i), "NN") {
		return
	}
	if end := r.numberSpan(j + 1); r.low(j) == "," && end > j+1 && r.low(end) == "," {
		r.mark(j+1, end, m)
		return
	}
	if r.amended(i, j, m) {
		return
	}
	if r.low(i) == "appeal" || r.low(i) == "appeals" || r.low(i) == "target" && r.tag(i-1) != "PRP$" && r.tag(i-1) != "POS" {
		return // "the target was two depots", "the appeal was 40 days late"
	}
	for k := j; k < j+12 && k < len(r.toks); k++ {
		w := r.low(k)
		if isCopula(w) && w != "be" && w != "been" || w == "stands" || w == "stood" {
			n := r.verb(k + 1)
			for r.low(n) == "at" || r.low(n) == "still" || r.low(n) == "about" || r.low(n) == "some" || r.low(n) == "for" {
				n++
			}
			if r.isNumber(n) {
				end := r.clauseEnd(n)
				if w := r.low(end + 1); r.low(end) == "," && (w == "up" || w == "down") && r.low(end+2) == "from" { // "down from 5 million"
					end = r.clauseEnd(end + 2)
				}
				r.mark(n, end, m)
			}
			return
		}
		if w == ";" || w == "." || w == "\"" || r.isNumber(k) || r.tag(k) == "MD" {
			return
		}
	}
}

// purpose returns where it is told what money asked for in tokens [j,end) is for, -1 where it is not: "an appeal for 3 million francs to
// feed 9,000 people", which is a plan.
func (r *modalReader) purpose(j, end int) int {
	if !r.dealing(j, end, frameNeed) && !r.isNumber(j) {
		return -1
	}
	for k := j + 1; k < end; k++ {
		if r.low(k) == "to" && r.tag(k+1) == "VB" {
			return k
		}
	}
	return -1
}

// ownOutlook reports what a firm says of its own year: "sees a profit of 90 million".
func (r *modalReader) ownOutlook(j int) bool {
	for k := j; k < j+6 && k < len(r.toks); k++ {
		if modalWords["outlook"][r.low(k)] {
			return true
		}
	}
	return false
}

// numberSpan returns where a number with its unit ends that begins at token j, j where none does.
func (r *modalReader) numberSpan(j int) int {
	end := r.numberEnd(j)
	for k := 0; k < 2 && end > j && (strings.HasPrefix(r.tag(end), "NN") || r.low(end) == "per" || r.low(end) == "%"); k++ {
		end++
	}
	return end
}

// wanted marks a figure whose relative clause says that somebody wants or plans it: "the 1.9 million that the city had asked for", "the
// 900 jobs the firm plans to cut". Nothing else of the clause is touched.
func (r *modalReader) wanted(c *modalCue, i, j int) bool {
	switch c.frame {
	case frameRight, frameWant, frameTo, frameBoth, frameOffer:
	default:
		return false
	}
	if c.modality != Demanded && c.modality != Planned || r.passive(i) {
		return false
	}
	end := j
	if w := c.words[len(c.words)-1]; w == "to" {
		end++ // "plans to cut"
	}
	if strings.HasSuffix(r.low(end), "ed") && (end+1 >= len(r.toks) || isStop(r.low(end+1))) {
		end++ // "the 40 votes that she wants annulled"
	}
	if w := r.low(end); end < len(r.toks) && !isStop(w) && !r.isFinite(end) && w != "and" && w != "by" && w != "but" {
		return false
	}
	k := i - 1
	for k > 0 && (r.tag(k) == "RB" || r.low(k) == "had" || r.low(k) == "has" || r.low(k) == "have") {
		k--
	}
	subject := k
	for k > 0 && k > subject-6 && r.isNominal(k) && !r.isNumber(k) && r.low(k) != "that" {
		if r.tag(k) == "DT" || r.tag(k) == "PRP" {
			k--
			break
		}
		if k--; r.low(k) == "and" && r.isNominal(k-1) {
			k-- // "the UN and its partners want"
		}
	}
	if k == subject || !strings.HasPrefix(r.tag(subject), "NN") && r.tag(subject) != "PRP" {
		return false
	}
	switch w := r.low(k); {
	case w == "that" || w == "which":
		k--
	case r.tag(k+1) != "DT" && r.tag(k+1) != "PRP" && r.tag(k+1) != "PRP$" && r.tag(k+1) != "NNP":
		return false // "68 people had volunteered to leave"
	}
	for n := k; n > 0 && n > k-4; n-- {
		if r.isNumber(n) {
			if r.low(n) == "one" || modalWords["hearing"][r.low(n-1)] || n < k && !strings.HasPrefix(r.tag(k), "NN") {
				return false
			}
			r.settle(n, c.modality)
			return true
		}
		if !strings.HasPrefix(r.tag(n), "NN") && r.tag(n) != "JJ" {
			return false
		}
	}
	return false
}

func (r *modalReader) isFinite(k int) bool {
	return extractors.Finite(r.tag(k))
}

// dropped marks a plan that somebody wants given up, which is planned by others: "wants the city to drop a plan to cut 900 jobs".
func (r *modalReader) dropped(j int) bool {
	for k := j; k < j+8 && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if r.low(k) != "to" || !attribution.GivesUp(r.low(k+1)) {
			continue
		}
		for n := k + 2; n < k+6; n++ {
			if modalWords["scheme"][r.low(n)] {
				r.mark(n, r.clauseEnd(n), Planned)
				return true
			}
		}
	}
	return false
}

// amended marks what a demand or an offer is changed to and from: "has raised its appeal from $30 million to $48 million", "its offer was raised
// to 4 percent".
func (r *modalReader) amended(i, j int, m Modality) bool {
	changed := false
	for k := i - 1; k > 0 && k > i-6 && r.tag(k) != "IN"; k-- {
		changed = changed || modalWords["amend"][r.low(k)]
	}
	k := j
	for k < j+4 && (isBe(r.low(k)) || r.low(k) == "has" || r.low(k) == "had" || modalWords["amend"][r.low(k)]) {
		changed = changed || modalWords["amend"][r.low(k)]
		k++
	}
	if w := r.low(k); !changed || w != "to" && w != "from" && w != "by" || !r.isNumber(k+1) && !bounds(r.toks, k+1) {
		return false
	}
	r.mark(k, r.clauseEnd(k), m)
	return true
}
