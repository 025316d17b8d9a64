package reconcile

import (
	"slices"
	"strings"

	"crosstally/extractors/names"
)

// Patients: which of them a figure counts, and of which hospital.

// ofPatients reports a figure of those whom hospitals have taken in.
func (f *frame) ofPatients() bool {
	return f.kind == "number" && (f.class.name == "hospitalise" || f.class.name == "treat")
}

// wardReach is how far from a figure, in bytes, the hospital stands whose patients it counts: about a sentence of news.
const wardReach = 160

// wardOf returns what tells the hospital that the figure's sentence names nearest to it from others, "" for none.
func (rd *reader) wardOf() string {
	best, least := "", wardReach
	for _, n := range rd.r.Names {
		if n.Type == names.Person || strings.Contains(rd.c.AttributionText, n.Text) || n.Field != rd.c.Field || !strings.Contains(rd.c.Quote, n.Text) || !slices.ContainsFunc(words(n.Text), func(w string) bool { return hospitals[w] }) {
			continue
		}
		if d := max(n.Start-rd.c.End, rd.c.Start-n.End); d < least {
			if name := strings.Join(slices.DeleteFunc(words(n.Name), func(w string) bool { return hospitals[w] || hospitalKinds[w] }), " "); name != "" {
				best, least = name, d
			}
		}
	}
	return best
}

// hospitals are words in the names of hospitals, hospitalKinds those that some writers leave out.
var (
	hospitals     = tell.Of("hospital")
	hospitalKinds = tell.Of("hospital-kind")
)

// inBeds reports whether the words about a figure of patients say where they are, and not what was done for them: "are in hospital", "under
// treatment", but not "treated in hospital".
func (rd *reader) inBeds() bool {
	right := rd.right
	if len(right) > 0 && inWords[right[0]] && !slices.ContainsFunc(rd.left, func(w string) bool { return auxiliaries[w] }) {
		right = nil // "Nine in hospital" may count all who have been there
	}
	for _, ws := range [][]string{words(rd.c.Object), rd.left, right} {
		for i := 1; i < len(ws); i++ {
			if bedWords[ws[i]] && inWords[ws[i-1]] && !(i > 1 && doneFor(ws[i-2])) ||
				bedWords[ws[i]] && i > 1 && inWords[ws[i-2]] && ws[i-1] == "the" && !(i > 2 && doneFor(ws[i-3])) ||
				ws[i-1] == "being" && ws[i] == "treated" {
				return true
			}
		}
	}
	return false
}

// bedWords are where patients are, inWords what stands before them.
var (
	bedWords = tell.Of("bed")
	inWords  = tell.Of("bed-in")
)

// doneFor reports a word by which a stay in hospital is told and no state: "treated in hospital", "have been in hospital".
func doneFor(w string) bool {
	return w == "been" || strings.HasSuffix(w, "ed") && w != "injured" && w != "wounded" && w != "remained"
}
