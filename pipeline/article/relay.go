package article

import (
	"net/url"
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

// relayRules say how a page tells where its text was taken from. They are tried in order on the lines named by where; group 1 is the outlet.
var relayRules = []struct {
	name    string
	where   place
	pattern *regexp.Regexp
	known   bool     // only a news agency, or a name that is written as one, counts
	yes     []string // line, outlet
	no      []string
}{
	{name: "source-line", where: aside, pattern: sourceLine,
		yes: []string{"Read full article from source: Harbour News", "Source: Reuters", "This article was first published by Island Post.", "This article was first published by the Cape Times.", "Originally published in The Cape Weekly"},
		no:  []string{"Source: own and agencies", "Sources said that nine are missing", "The source: unknown"}},
	{name: "republished", where: anywhere, pattern: regexp.MustCompile(`(?i)^(?:this (?:article|story|report|piece|content) (?:is|was|has been|is being) (?:re-?published|reproduced|reprinted|syndicated|adapted|provided|produced|translated)|re-?published|reprinted|reproduced|adapted|syndicated|story provided|provided|content provided|distributed|based on (?:reporting|a report|reports)|(?:this )?(?:story|article) courtesy)(?: here| with permission)? (?:from|by|of|courtesy of)\s+(?-i:((?:The |the )?[\p{Lu}][\p{L}\p{N}&.'’-]*(?: (?:of |the |and |for |& )?[\p{Lu}][\p{L}\p{N}&.'’-]*){0,5}))`),
		yes: []string{"Republished with permission from Island Post", "This story was produced by KFF Health News", "Based on reporting by Reuters"},
		no:  []string{"This story was produced by our own staff"}},
	{name: "syndicated-feed", where: anywhere, pattern: regexp.MustCompile(`syndicated feed(?: from| of|:)?(?: the)? ([\p{Lu}][\p{L}&. ]{1,30}?)[.)]?$`),
		yes: []string{"(This story is auto-generated from a syndicated feed from PTI.)"}},
	{name: "inputs", where: tail, pattern: regexp.MustCompile(`^[(\[]?[Ww]ith (?:agency )?inputs from ([\p{Lu}][\p{L}&. ]{1,30}?)[.)\]]*$`), known: true,
		yes: []string{"(With inputs from PTI)"}, no: []string{"With inputs from our bureau in Port Ellis"}},
	{name: "dateline", where: lead, pattern: regexp.MustCompile(`^(?:[\p{Lu}][\p{L}\p{M}\p{N} .,'’/-]{1,60})?\(([\p{Lu}][\p{L}&. ]{1,30})\)\s*(?:[—–:-]|--)`),
		yes: []string{"PORT ELLIS (AP) — The ferry sank.", "PORT ELLIS, Norland (Island Press) — The ferry sank.", "PORT ELLIS, May 3 (Xinhua) -- The ferry sank.", "(Reuters) - The ferry sank."},
		no:  []string{"The ferry (built in 1987) sank.", "The Coast Guard (CG) - it said - came late."}},
	{name: "dateline-bare", where: lead, pattern: regexp.MustCompile(`^[\p{Lu}][\p{Lu} .,'’-]{2,40},? (?:[\p{Lu}][\p{L}.]+ \d{1,2},? )?(AP|AFP|Reuters|REUTERS|dpa|DPA|Xinhua|PTI|UPI|EFE|ANSA|TASS|ANI|IANS)\s*(?:[—–:-]|--)`), known: true,
		yes: []string{"PORT ELLIS, May 3, AFP — The ferry sank."}},
	{name: "sign-off", where: tail, pattern: regexp.MustCompile(`(?:[.!?”"’]\s*[—–-]{1,2}|^[—–-]{0,2})\s*\(?((?:The )?[\p{Lu}][\p{L}&.]*(?:[ -][\p{Lu}][\p{L}&.]*){0,4})\)?(?:, with (?:a )?reports? from [\p{L}, ]{2,40})?\.?$`), known: true,
		yes: []string{"Nobody was hurt, the coastguard said. – Reuters", "AFP", "Flags were lowered. — Continental Press Agency", "They slept ashore. — Pacific Newswire, with a report from Port Ellis"}, no: []string{"Nobody was hurt. – The Editor"}},
	{name: "sign-off-brackets", where: tail, pattern: regexp.MustCompile(`[.!?”"’]\s*[(\[/]\s?([\p{Lu}][\p{L}&.]*(?: [\p{Lu}][\p{L}&.]*){0,4})\s?[)\]/]$`), known: true,
		yes: []string{"Nobody was hurt. (PTI)", "Nobody was hurt. /TASS/", "He said so. [Reuters]"}, no: []string{"He said so. (Applause)"}},
	{name: "copyright", where: aside, pattern: regexp.MustCompile(`(?i)^(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:\d{4})?,?\s*(?:by )?((?:the )?(?:associated press|reuters|thomson reuters|afp|agence france-presse|canadian press|press association|pa media|dpa|efe|xinhua|bloomberg)\b)`), known: true,
		yes: []string{"Copyright 2026 The Associated Press. All rights reserved.", "© 2026 AFP"}},
}

var sourceLine = regexp.MustCompile(`(?i)^[(\[]?(?:read (?:the )?(?:full|original|whole) (?:article|story|report|post)(?: here)? ?(?:from|on|at|in|by)?(?: (?:the )?source)?|(?:this (?:article|story|report|post|piece) )?(?:was )?(?:originally|first) (?:published|appeared|posted|reported)(?: here)? (?:by|in|on|at)|original(?: article| story)?|original source|news source|via|source)\s*:?\s+(.{2,60}?)[.)\]]*$`)

// A place is where on the page a line stands.
type place int

const (
	anywhere place = iota
	lead           // the first lines of the text
	tail           // the last lines of the text
	aside          // furniture, and the last lines of the text
)

// relay finds the outlet or agency that the page itself says it was taken from.
func relay(a *Article, blocks []block) {
	if a.SyndicatedFrom != nil {
		return
	}
	first, last := len(blocks), -1
	for i, b := range blocks {
		if !b.drop {
			first, last = min(first, i), i
		}
	}
	seen := 0
	for i, b := range blocks {
		if !b.drop {
			seen++
		}
		at := map[place]bool{anywhere: true, lead: !b.drop && seen <= 3, tail: i > last-4 && i <= last+2, aside: b.drop && i > first-8 || i > last-3}
		for _, r := range relayRules {
			if !at[r.where] || len(b.text) > 200 && r.where == aside {
				continue
			}
			if name := outletIn(r.pattern, r.known, b.text); name != "" && !a.isOwn(name) {
				a.SyndicatedFrom = &Syndication{Name: a.agencyNamed(name, blocks), Cue: cueWords(r.pattern, b.text)}
				return
			}
		}
	}
	for _, by := range a.Byline {
		if name := agencyIn(by); name != "" && !a.isOwn(name) && !a.isOwn(by) {
			a.SyndicatedFrom = &Syndication{Name: name, Cue: "By " + by}
			return
		}
	}
}

// outletIn is the outlet that a rule finds in a line, "" if none.
func outletIn(p *regexp.Regexp, known bool, line string) string {
	m := p.FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	name := strings.TrimSpace(strings.TrimRight(strings.TrimPrefix(m[1], "the "), " ."))
	switch {
	case name == "":
		return ""
	case agencies[strings.ToLower(name)] != "" || looksLikeAgency(name):
		return name
	case known:
		return ""
	case strings.Contains(m[0], "("+m[1]+")"): // a dateline's brackets hold an agency's acronym or nothing of ours
		if (acronym.MatchString(name) || titled.MatchString(name)) && upperBefore(m[0]) {
			return name
		}
		return ""
	case relayName(name):
		return name
	}
	return ""
}

// upperBefore reports whether the words before the bracket are a dateline's: the first is in capitals.
func upperBefore(dateline string) bool {
	w, _, _ := strings.Cut(dateline, " ")
	w = strings.Trim(w, ",.")
	return len(w) > 1 && w == strings.ToUpper(w) && w[0] != '('
}

func cueWords(p *regexp.Regexp, line string) string {
	return strings.TrimSpace(strings.TrimLeft(p.FindString(line), ".!?”\"’ "))
}

var (
	acronym = regexp.MustCompile(`^[A-Z]{2,6}$`)
	titled  = regexp.MustCompile(`^[\p{Lu}][\p{L}]+(?: [\p{Lu}][\p{L}]+){1,3}$`)
)

// agencyIn is the full name of the agency that a byline names: "Reuters", "By Reuters Staff", "Ann Lee, The Associated Press", "Ann Lee (AFP)".
func agencyIn(byline string) string {
	for _, part := range strings.FieldsFunc(byline, func(r rune) bool { return strings.ContainsRune(",|/()·•–—;", r) }) {
		part = strings.ToLower(strings.TrimSpace(part))
		for _, p := range [...]string{"by ", "from ", "the "} {
			part = strings.TrimPrefix(part, p)
		}
		for _, s := range [...]string{" staff", " news", " reporters", " correspondent", " in "} {
			part, _, _ = strings.Cut(part, s)
		}
		if len(part) < 2 || part != "" && len(part) < 4 && !strings.Contains(byline, strings.ToUpper(part)) && part != "dpa" {
			continue
		}
		if full := agencies[part]; full != "" {
			return full
		}
	}
	return ""
}

// agencyNamed is the full name of an agency: that which the page's byline or text gives for its acronym, else the one known by it.
func (a *Article) agencyNamed(tag string, blocks []block) string {
	if !acronym.MatchString(tag) {
		return fullAgency(tag)
	}
	lines := a.Byline
	for _, b := range blocks {
		if len(b.text) < longestCredit {
			lines = append(lines[:len(lines):len(lines)], b.text) // the line under the headline
		}
	}
	for _, by := range lines {
		for _, part := range bylineParts.Split(by, -1) {
			if part = strings.TrimSpace(part); looksLikeAgency(part) && initials(part) == tag {
				return part
			}
		}
	}
	for _, b := range blocks {
		if i := strings.Index(b.text, " ("+tag+")"); i > 0 && !b.drop {
			words := strings.Fields(b.text[:i])
			if n := len(tag); len(words) >= n {
				if name := strings.Join(words[len(words)-n:], " "); looksLikeAgency(name) && initials(name) == tag {
					return name
				}
			}
		}
	}
	return fullAgency(tag)
}

// longestCredit is how long a line may be that only says whose the text is, in bytes.
const longestCredit = 100

// bylineParts are what parts the names of a byline.
var bylineParts = regexp.MustCompile(`,| and | with |/|\|`)

func fullAgency(tag string) string {
	if f := agencies[strings.ToLower(tag)]; f != "" {
		return f
	}
	return tag
}

// looksLikeAgency reports whether words name a news agency: "… Press Agency", "… News Agency", "… News Service".
func looksLikeAgency(name string) bool {
	for _, s := range [...]string{"Press Agency", "News Agency", "News Service", "Newswire", "Press Association", "Wire Service", "Press Service", "Telegraph Agency"} {
		if strings.HasSuffix(name, s) {
			return true
		}
	}
	return false
}

// isOwn reports whether a name is the page's own newsroom: one that holds the source's name, or its initials.
func (a *Article) isOwn(name string) bool {
	own, n := fold(strings.TrimPrefix(a.Source, "The ")), fold(strings.TrimPrefix(name, "The "))
	if own == "" || n == "" {
		return false
	}
	if full := fold(fullAgency(name)); full == own || full == fold(fullAgency(a.Source)) {
		return true
	}
	return len(n) > 3 && strings.Contains(own, n) || len(own) > 3 && strings.Contains(n, own) || strings.EqualFold(initials(a.Source), name)
}

// initials returns the capitals of a name: "TPP" of "TransPacific Press".
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if w == "The" {
			continue
		}
		for i, c := range w {
			if c >= 'A' && c <= 'Z' && (i == 0 || w != strings.ToUpper(w)) {
				b.WriteRune(c)
			}
		}
	}
	return b.String()
}

// notOutlets are words that stand behind a source cue and name no outlet.
var notOutlets = map[string]bool{"agencies": true, "agency": true, "own": true, "staff": true, "various": true, "author": true, "supplied": true, "wikipedia": true, "facebook": true, "twitter": true, "x": true,
	"instagram": true, "youtube": true, "getty": true, "shutterstock": true, "google": true, "our": true, "news": true, "this": true, "official": true, "ministry": true}

// relayName reports whether what stands behind a source cue is a name: it begins with a capital, is short, and none of its words says that it is
// no single outlet.
func relayName(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	for _, w := range words {
		if notOutlets[strings.ToLower(strings.Trim(w, ",.&"))] && strings.ToLower(w) != "news" || strings.ContainsAny(w, "|:%") {
			return false
		}
	}
	c := []rune(name)[0]
	return c >= 'A' && c <= 'Z' || strings.Contains(name, ".") && !strings.Contains(name, " ")
}

// elsewhere notes a page whose canonical address is on another site: it says that its text belongs there.
func (a *Article) elsewhere(canonical, address string) {
	c, err := url.Parse(strings.TrimSpace(canonical))
	if err != nil || c.Host == "" || a.SyndicatedFrom != nil {
		return
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return
	}
	from, at := siteName(c.Hostname()), siteName(u.Hostname())
	if from == "" || at == "" || strings.Contains(at, from) || strings.Contains(from, at) || carriers[at] || carriers[from] || a.isOwn(from) {
		return
	}
	a.SyndicatedFrom = &Syndication{Name: fullAgency(from), Cue: "canonical " + canonical}
}

// carriers serve other sites' pages unchanged: caches, archives, feed counters.
var carriers = map[string]bool{"archive": true, "ampproject": true, "googleusercontent": true, "feedburner": true, "google": true, "localhost": true, "archiveis": true}

// siteName is the part of a host name that a site is known by: "bbc" of www.bbc.co.uk.
func siteName(host string) string {
	labels := strings.Split(strings.ToLower(host), ".")
	if len(labels) < 2 {
		return host
	}
	labels = labels[:len(labels)-1]
	if k := len(labels) - 1; k > 0 {
		switch labels[k] {
		case "co", "com", "org", "net", "gov", "ac", "or", "ne", "gob", "edu":
			labels = labels[:k]
		}
	}
	return labels[len(labels)-1]
}
