package reconcile

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"
)

// Voice names who stands behind a mention: whom the text credits, else the outlet it was copied from, else the outlet, else, for
// a page of nobody, its host or its file.
func (s Source) Voice() string {
	return cmp.Or(s.Attribution, s.CopiedFrom, s.Source, hostOrFile(s.URL))
}

func hostOrFile(address string) string {
	u, err := url.Parse(address)
	if err == nil && u.Host != "" {
		return u.Host
	}
	return path.Base(strings.ReplaceAll(address, "\\", "/"))
}

// maxVoices is how many voices a summary names for one figure.
const maxVoices = 2

// Summary is the short form of a fact's values: each figure with who stands behind it, "123 (Viasna, BBC and 2 more); 124 (UN)".
func (f Fact) Summary() string {
	var order []string
	who := map[string][]string{}
	for _, v := range f.Values {
		fig := v.Told()
		if _, ok := who[fig]; !ok {
			order = append(order, fig)
		}
		for _, s := range v.Sources {
			if by := s.Voice(); !slices.ContainsFunc(who[fig], func(told string) bool { return sameSound(nameKey(told), nameKey(by)) }) {
				who[fig] = append(who[fig], by)
			}
		}
	}
	for i, fig := range order {
		by, more := who[fig], ""
		if n := len(by) - maxVoices; n > 0 {
			by, more = by[:maxVoices], fmt.Sprintf(" and %d more", n)
		}
		order[i] = fig + " (" + strings.Join(by, ", ") + more + ")"
	}
	return strings.Join(order, "; ")
}
