package extractors

// Ordinary calls f with each word that prose's weights know and rate as anything but a name: some 9,000 words of
// newspaper English. A capital on one of them is mostly owed to its place in a headline or sentence. The order varies.
func Ordinary(f func(word string)) {
	t := sharedTagger()
	for form, w := range t.words {
		best, name, tag := int32(0), int32(0), ""
		for _, e := range t.entries[w.here.from:w.here.to] {
			weight, class := e>>classBits, t.tags[e&classMask]
			if class == "NNP" || class == "NNPS" {
				name = max(name, weight)
			} else if weight > best {
				best, tag = weight, class
			}
		}
		if best > 0 && name*3 < best && tag != "CD" {
			f(form)
		}
	}
}
