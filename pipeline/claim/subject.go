package claim

import "crosstally/extractors/lexicon"

// subjects are what a text may be about, as bits by name, and subjectOf those that a word tells of.
var subjects, subjectOf = func() (map[string]uint16, map[string]uint16) {
	bits, of := map[string]uint16{}, map[string]uint16{}
	for _, e := range lexicon.Must(lexicons, "lexicon/subjects.tsv", 2) {
		if bits[e.Fields[0]] == 0 {
			bits[e.Fields[0]] = 1 << len(bits)
		}
		of[e.Fields[1]] |= bits[e.Fields[0]]
	}
	return bits, of
}()

// A gist says which subjects an article's title and lead name, and which its text names more than once.
type gist struct{ opens, often uint16 }

func gistOf(read []sentence) (g gist) {
	once := uint16(0)
	for i := range read {
		for k := range read[i].toks {
			of := subjectOf[read[i].toks[k].Lower]
			g.often |= once & of
			once |= of
		}
	}
	for _, s := range opening(read) {
		for k := range s.toks {
			g.opens |= subjectOf[s.toks[k].Lower]
		}
	}
	return g
}

// opensWith reports whether the title or the lead has a word of a subject.
func (g gist) opensWith(subject string) bool { return g.opens&subjects[subject] != 0 }

// speaksMuchOf reports whether the title or the lead has a word of a subject, or the text again and again.
func (g gist) speaksMuchOf(subject string) bool { return (g.opens|g.often)&subjects[subject] != 0 }
