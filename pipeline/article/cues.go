package article

import (
	"regexp"
	"strings"

	"crosstally/extractors/lexicon"
)

// cues are lines that are no article text wherever they stand: "whole" lines, words that a line "begin"s with, "open"ing lines of lists of other
// stories, words that head a summary of the article ("sum").
var cues = func() map[string]map[string]bool {
	t := map[string]map[string]bool{"whole": {}, "begin": {}, "open": {}, "credit": {}, "sum": {}}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/cues.tsv", 2) {
		t[e.Fields[1]][e.Fields[0]] = true
	}
	return t
}()

// isCue reports whether a line is furniture by its words: "Advertisement", "READ ALSO: …", "Reporting by …; Editing by …".
func isCue(text string) bool {
	if len(text) > 400 {
		return false
	}
	low := strings.ToLower(strings.Trim(text, " .:…·|-–—*[]()►▶»«>"))
	if cues["whole"][low] || cues["open"][low] {
		return true
	}
	if isInvitation(low) || strings.HasPrefix(low, "©") || strings.HasPrefix(low, "(c) ") {
		return true
	}
	return (len(text) < 160 || !endsLikeProse(text)) && begins(low, cues["begin"])
}

// isInvitation reports whether a short line asks the reader to follow, join or subscribe: it begins with the verb and names where.
func isInvitation(low string) bool {
	verb, rest, _ := strings.Cut(low, " ")
	if len(low) > 260 || !invitations[strings.Trim(verb, "¿¡!.,:")] {
		return false
	}
	for _, w := range [...]string{"on twitter", "on facebook", "on instagram", "on youtube", "on x ", "whatsapp", "telegram", "newsletter", "our app", " app.", "google play", "app store", "in your inbox", "to your inbox", "edition for the", "channel", "patreon", "substack", "mailing list", "daily briefing", "daily email"} {
		if strings.Contains(rest, w) {
			return true
		}
	}
	return false
}

var invitations = map[string]bool{"follow": true, "join": true, "like": true, "download": true, "subscribe": true, "sign": true, "get": true, "register": true, "click": true, "support": true, "donate": true, "become": true}

// begins reports whether a text starts with words of the list. One word alone needs a colon: "Related: …", but "Related cases have been found".
func begins(low string, list map[string]bool) bool {
	end := 0
	for range 5 {
		i := strings.IndexByte(low[end:], ' ')
		word := end + i
		if i < 0 {
			word = len(low)
		}
		w := strings.TrimRight(low[:word], ":.,;!–-")
		if colon := strings.HasSuffix(low[:word], ":"); list[w] && (end > 0 || colon) || colon && cues["open"][w] {
			return true
		}
		if i < 0 {
			return false
		}
		end = word + 1
	}
	return false
}

// opensList reports whether a line is the heading of a list of other stories: "Related stories", "You may also like".
func opensList(text string) bool {
	if len(text) > 60 {
		return false
	}
	return cues["open"][strings.ToLower(strings.Trim(text, " .:…·|-–—*[]()►▶»«>"))]
}

// opensSummary reports whether a line heads a list of what the article says: "What we know", "Key points".
func opensSummary(text string) bool {
	return len(text) <= 60 && begins(strings.ToLower(strings.Trim(text, " .:…·|-–—*[]()►▶»«>")), cues["sum"])
}

var creditTail = regexp.MustCompile(`(?i)(?:\[(?:file|courtesy|photo|handout)[^\]]*\]|\((?:photo|image|picture|pic|file|ap photo|getty|afp|reuters)[^)]*\)|(?:getty images|/ ?afp|/ ?ap|/ ?reuters|shutterstock|ap file|file photo|/ ?epa|/ ?dpa))\.?$`)

// creditInside is what stands before the colon of a credit at a caption's end: "Counting in the gym. Photo: Desk/A. Lee".
var creditInside = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:photos?|fotos?|images?|pictures?|credits?|bild|bilder|photographs?|illustration|graphic|video|crédit|crédito)(?: by)?$`)

// isCredit reports whether a line is the caption or credit of a picture by its words.
func isCredit(text string) bool {
	if len(text) > 300 || text == "" {
		return false
	}
	if i := strings.LastIndexByte(text, ':'); i > 3 && len(text)-i < 70 && creditInside.MatchString(text[max(0, i-12):i]) {
		return true
	}
	if last := text[len(text)-1]; last == ']' || last == ')' || strings.ContainsRune("PSAEeykxI.", rune(last)) {
		if creditTail.MatchString(text[max(0, len(text)-80):]) {
			return true
		}
	}
	return begins(strings.ToLower(strings.TrimLeft(text, "([")), cues["credit"])
}

func trimBy(t string) string {
	for _, p := range [...]string{"By ", "by ", "BY ", "Von ", "von ", "Par ", "Por ", "Author: ", "Words by "} {
		if rest, ok := strings.CutPrefix(t, p); ok {
			return rest
		}
	}
	return t
}

// isByline reports whether a short line names who wrote the article or when.
func isByline(t string) bool {
	if len(t) > 110 {
		return false
	}
	low := strings.ToLower(t)
	if endsLikeProse(t) && !hasDate(t) {
		return false
	}
	for _, p := range [...]string{"by ", "written by ", "author", "posted", "published", "updated", "last updated", "submitted by", "created", "reading time", "first published"} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return strings.HasSuffix(low, "min read") || strings.HasSuffix(low, "minute read") || strings.HasSuffix(low, "minutes read")
}
