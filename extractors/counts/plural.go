package counts

import "strings"

// pluralOf writes the regular plural of a noun.
func pluralOf(s string) string {
	switch {
	case s == "":
		return s
	case strings.HasSuffix(s, "man") && !strings.HasSuffix(s, "human") && !strings.HasSuffix(s, "German") && !strings.HasSuffix(s, "Roman") && !strings.HasSuffix(s, "Omani") && !strings.HasSuffix(s, "shaman"):
		return s[:len(s)-2] + "en"
	case strings.HasSuffix(s, "child"):
		return s + "ren"
	case strings.HasSuffix(s, "wife"):
		return s[:len(s)-2] + "ves"
	case strings.HasSuffix(s, "y") && len(s) > 1 && !isVowel(s[len(s)-2]):
		return s[:len(s)-1] + "ies"
	case hasAnySuffix(s, "s", "x", "z", "ch", "sh"):
		return s + "es"
	}
	return s + "s"
}

// singularOf writes the singular of a plural that no list has.
func singularOf(s string) string {
	n := len(s)
	switch {
	case n < 4 || !strings.HasSuffix(s, "s") || hasAnySuffix(s, "ss", "us", "is"):
		if strings.HasSuffix(s, "men") && n > 4 {
			return s[:n-2] + "an"
		}
		return s
	case strings.HasSuffix(s, "ies") && n > 4:
		return s[:n-3] + "y"
	case hasAnySuffix(s, "sses", "xes", "ches", "shes", "zzes"):
		return s[:n-2]
	}
	return s[:n-1]
}

// acronyms reports the plural of a noun written in capitals: "NGOs", "ATMs".
func acronyms(w string) bool {
	n := len(w) - 1
	if n < 2 || w[n] != 's' {
		return false
	}
	for i := 0; i < n; i++ {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return true
}

// modelPlural reports the plural of a make's letters and figures: "AK-47s", "A350s", "737s".
func modelPlural(w string) bool {
	n := len(w) - 1
	if n < 2 || w[n] != 's' || !isDigit(w[n-1]) && !isLetter(w[n-1]) {
		return false
	}
	capital, digit := w[0] >= 'A' && w[0] <= 'Z' || isDigit(w[0]), false
	for i := range n {
		digit = digit || isDigit(w[i])
	}
	return capital && digit
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
