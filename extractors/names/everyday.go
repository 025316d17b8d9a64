package names

// Everyday reports whether a lower-case word is one of everyday English or a given name: sharing it, even in capitals, says
// little of two texts.
func Everyday(word string) bool {
	w := sharedGazetteer().words[word]
	return w != nil && w.class&(common|given) != 0
}
