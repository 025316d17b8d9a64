package reconcile

import (
	"crosstally/pipeline/claim"
)

// settingOf reads from a story's articles which places they count apart and which lie within which.
func settingOf(fs []*figure, rs []claim.Reading) *setting {
	s := &setting{contrasted: map[[2]string]bool{}, within: map[[2]string]bool{}}
	type spot struct {
		doc         int
		class, noun string
	}
	places := map[spot][]string{}
	for _, f := range fs {
		if f.frame.place == "" || f.denied() {
			continue
		}
		noun := f.frame.noun
		if f.frame.generic {
			noun = "*"
		}
		k := spot{f.doc, f.frame.class.name, noun}
		places[k] = append(places[k], f.frame.place)
	}
	for _, ps := range places {
		for _, a := range ps {
			for _, b := range ps {
				if a != b {
					s.contrasted[[2]string{a, b}] = true
				}
			}
		}
	}
	return s
}
