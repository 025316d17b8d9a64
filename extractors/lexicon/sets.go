package lexicon

import "io/fs"

// Sets are words by class, as a list of two columns has them: class, word. A class that is not in the list is an empty set.
type Sets map[string]map[string]bool

// MustSets reads an embedded list of classes and words.
func MustSets(fsys fs.FS, name string) Sets {
	s := Sets{}
	for _, e := range Must(fsys, name, 2) {
		class, word := e.Fields[0], e.Fields[1]
		if s[class] == nil {
			s[class] = map[string]bool{}
		}
		s[class][word] = true
	}
	return s
}

// Of returns the words of a class, which the program names; that it has none is a fault of the build.
func (s Sets) Of(class string) map[string]bool {
	if s[class] == nil {
		panic("no words of class " + class + " in any list")
	}
	return s[class]
}
