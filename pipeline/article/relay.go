package article

import (
	"regexp"
	"strings"

	"crosstally/extractors/lexicon"
)

// agencies maps the names and acronyms of news agencies, lower-case, to their full name.
var agencies = func() map[string]string {
	out := map[string]string{}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/agencies.tsv", 2) {
		out[e.Fields[0]] = e.Fields[1]
	}
	return out
}()

var (
	sourceLine  = regexp.MustCompile(`(?i)^(?:read (?:the )?full (?:article|story) (?:from|on|at)(?: source)?|(?:this (?:article|story|report) )?(?:was )?(?:originally|first) (?:published|appeared) (?:by|in|on|at)|republished from|reposted from|via|source|sources)\s*:?\s+(.{2,60}?)\.?$`)
	datelineTag = regexp.MustCompile(`^[\p{Lu}][\p{L}\p{M} .,'’/-]{1,50}\(([\p{Lu}][\p{L}&. ]{1,30})\)\s*[—–-]`)
	signOff     = regexp.MustCompile(`[—–-]\s*([\p{Lu}][\p{L}&.]+(?:\s+[\p{Lu}][\p{L}&.]+){0,4})\s*$`)
	acronymOnly = regexp.MustCompile(`^[A-Z]{2,5}$`)
)

// relay finds the outlet or agency that the page itself says it was taken from, and takes a sign-off that names it out of the text's last
// block's credit line.
func relay(a *Article, blocks []block) {
	if a.SyndicatedFrom != nil {
		return
	}
	tag, cue := "", ""
	for i := range blocks {
		b := blocks[i]
		if m := sourceLine.FindStringSubmatch(b.text); m != nil && len(b.text) < 120 && (b.drop || i >= len(blocks)-3) {
			if name := strings.TrimSpace(m[1]); relayName(name) && !a.isOwn(name) {
				a.SyndicatedFrom = &Syndication{Name: name, Cue: b.text}
				return
			}
		}
		if m := datelineTag.FindStringSubmatch(b.text); m != nil && i < 4 && tag == "" {
			tag, cue = m[1], m[0]
		}
	}
	for i := len(blocks) - 1; i >= 0 && i >= len(blocks)-3; i-- {
		if m := signOff.FindStringSubmatch(blocks[i].text); m != nil && !blocks[i].drop {
			if agencies[strings.ToLower(m[1])] != "" || tag != "" && initials(m[1]) == tag || looksLikeAgency(m[1]) {
				if !a.isOwn(m[1]) {
					a.SyndicatedFrom = &Syndication{Name: m[1], Cue: m[0]}
					return
				}
			}
		}
	}
	if tag != "" && !a.isOwn(tag) && (agencies[strings.ToLower(tag)] != "" || acronymOnly.MatchString(tag)) {
		a.SyndicatedFrom = &Syndication{Name: fullAgency(tag), Cue: cue}
		return
	}
	for _, by := range a.Byline {
		if full := agencies[strings.ToLower(by)]; full != "" && !a.isOwn(by) {
			a.SyndicatedFrom = &Syndication{Name: full, Cue: "By " + by}
			return
		}
	}
}

func fullAgency(tag string) string {
	if f := agencies[strings.ToLower(tag)]; f != "" {
		return f
	}
	return tag
}

// looksLikeAgency reports whether a sign-off's words name a news agency: "… Press Agency", "… News Agency", "… News Service".
func looksLikeAgency(name string) bool {
	return strings.HasSuffix(name, "Agency") || strings.HasSuffix(name, "News Service") || strings.HasSuffix(name, "Newswire")
}

// isOwn reports whether a name is the page's own newsroom: one that holds the source's name, or its initials.
func (a *Article) isOwn(name string) bool {
	own, n := fold(a.Source), fold(name)
	return own != "" && (strings.Contains(n, own) || strings.Contains(own, n) || initials(a.Source) == name)
}

func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if c := []rune(w)[0]; c >= 'A' && c <= 'Z' {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// relayName reports whether what stands behind a source cue is a name: it begins with a capital and is no group of unnamed ones.
func relayName(name string) bool {
	low := strings.ToLower(name)
	for _, w := range []string{"agencies", "news agencies", "own", "staff", "various", "author", "supplied", "wikipedia"} {
		if low == w {
			return false
		}
	}
	c := []rune(name)[0]
	return c >= 'A' && c <= 'Z' && len(strings.Fields(name)) <= 6
}
