package extractors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// address reads a web or mail address, "@name" or "#tag" at *i, adds it as one token and moves *i behind it.
func (z *tokenizer) address(i *int) bool {
	j := 0
	switch b := z.text[*i]; {
	case b == '@' || b == '#':
		j = z.handleEnd(*i)
	case isASCIILetter(b) || isDigit(b):
		if j = z.linkEnd(*i); j == 0 {
			j = z.mailEnd(*i)
		}
	}
	if j == 0 {
		return false
	}
	z.add(*i, j)
	*i = j
	return true
}

// handleEnd returns where "@name" or "#tag" ends, or 0. "#1" is no tag.
func (z *tokenizer) handleEnd(i int) int {
	if len(z.toks) > 0 && z.toks[len(z.toks)-1].End == i && isWordRune(firstRune(z.toks[len(z.toks)-1].Text)) {
		return 0
	}
	j, letters := i+1, false
	for j < z.end && j-i < maxToken {
		r, n := z.rune(j)
		if !isWordRune(r) && r != '_' {
			break
		}
		letters = letters || unicode.IsLetter(r)
		j += n
	}
	if !letters {
		return 0
	}
	return j
}

// linkEnd returns where the web address at i ends, or 0; the punctuation behind it stays outside.
func (z *tokenizer) linkEnd(i int) int {
	rest := z.lower[i-z.start:]
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "www.") {
		return 0
	}
	j := i
	for j < z.end && j-i < maxLink {
		r, n := z.rune(j)
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == utf8.RuneError && n == 1 || r == '<' || r == '>' || r == '"' || r == '“' || r == '”' {
			break
		}
		j += n
	}
	for j > i && strings.IndexByte(".,;:!?'", z.text[j-1]) >= 0 || j > i && z.text[j-1] == ')' && !strings.Contains(z.text[i:j], "(") {
		j--
	}
	return j
}

// mailEnd returns where the mail address at i ends, or 0.
func (z *tokenizer) mailEnd(i int) int {
	const longest = 64 // RFC 5321, 4.5.3.1.1
	j := i
	for j < z.end && j-i <= longest && (isASCIILetter(z.text[j]) || isDigit(z.text[j]) || strings.IndexByte("._%+-", z.text[j]) >= 0) {
		j++
	}
	if j >= z.end || z.text[j] != '@' {
		return 0
	}
	host := j + 1
	for j = host; j < z.end && j-host < 255 && (isASCIILetter(z.text[j]) || isDigit(z.text[j]) || z.text[j] == '.' || z.text[j] == '-'); j++ {
	}
	for j > host && (z.text[j-1] == '.' || z.text[j-1] == '-') {
		j--
	}
	if !strings.Contains(z.text[host:j], ".") {
		return 0
	}
	return j
}

// hostFollows reports whether the rest of a host name stands at j, after a stop: "com" or "co.uk" of "example.co.uk".
func (z *tokenizer) hostFollows(j int) bool {
	for range 3 { // labels
		k := j
		for k < z.end && z.text[k] >= 'a' && z.text[k] <= 'z' && k-j < 16 {
			k++
		}
		if k == j || !words.domains[z.text[j:k]] {
			return false
		}
		if k >= z.end || z.text[k] != '.' || k+1 >= z.end || !isASCIILetter(z.text[k+1]) {
			r, _ := z.rune(k)
			return !isWordRune(r)
		}
		j = k + 1
	}
	return false
}
