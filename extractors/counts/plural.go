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

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
