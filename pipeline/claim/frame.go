package claim

import (
	"slices"
	"strings"

	"crosstally/extractors/counts"
	"crosstally/extractors/names"
)

// phase reads whether a move is a second one or a way back.
func (s *sentence) phase(class string, from, to int) string {
	switch class {
	case "return":
		return "return"
	case "transfer", "travel":
	default:
		return ""
	}
	for k := 0; k+1 < len(s.toks) && k < 4; k++ {
		if w := s.toks[k].Lower; w == "later" || k == 0 && (w == "after" || w == "then" || w == "subsequently") && s.toks[1].Tag != "DT" {
			return "onward" // "After several days they were taken to …"
		}
	}
	for k := max(0, from-12); k < min(len(s.toks), to+8); k++ {
		switch s.toks[k].Lower {
		case "then", "later", "onward", "onwards", "subsequently", "afterwards", "eventually":
			return "onward"
		case "on":
			if k > 0 && k+1 < len(s.toks) && s.toks[k+1].Lower == "to" && strings.HasPrefix(s.toks[k-1].Tag, "VB") {
				return "onward"
			}
		}
	}
	return ""
}

// participants returns the persons and bodies named in the count's part of the clause, sorted.
func (s *sentence) participants(m *counts.Mention, place string) []string {
	lo, hi := 0, len(s.toks)
	for k := m.From - 1; k >= 0; k-- {
		if w := s.toks[k].Lower; w == ";" || s.isCount[k] {
			lo = k + 1
			break
		}
	}
	for k := m.To; k < len(s.toks); k++ {
		if w := s.toks[k].Lower; w == ";" || s.isCount[k] {
			hi = k
			break
		}
	}
	var out []string
	for i := range s.names {
		n := &s.names[i]
		if n.From >= lo && n.To <= hi && n.Name != place && n.Type != names.Place {
			out = append(out, n.Name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
