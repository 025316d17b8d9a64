package article

import (
	"embed"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"crosstally/extractors/lexicon"
)

//go:embed lexicon/*.tsv
var lexiconFS embed.FS

// furnitureWords are parts of class names and ids of what is no article text; standfirstWords of what is its standfirst.
var furnitureWords, standfirstWords = classWords()

func classWords() (furniture, standfirst map[string]bool) {
	furniture, standfirst = map[string]bool{}, map[string]bool{}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/classes.tsv", 2) {
		switch e.Fields[1] {
		case "furniture":
			furniture[e.Fields[0]] = true
		case "standfirst":
			standfirst[e.Fields[0]] = true
		}
	}
	return furniture, standfirst
}

var furnitureTags = tags(atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Button, atom.Select, atom.Iframe, atom.Svg,
	atom.Figure, atom.Figcaption, atom.Video, atom.Audio, atom.Object, atom.Time, atom.Label, atom.Input, atom.Textarea, atom.Dialog, atom.Marquee, atom.Picture, atom.Map, atom.Caption, atom.Small)

var hiddenStyle = regexp.MustCompile(`(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|$))`)

// furniture reports whether an element holds no article text: by its tag, by being hidden, or by its class and id.
func furniture(n *html.Node) bool {
	if furnitureTags[n.DataAtom] {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			if hiddenStyle.MatchString(a.Val) {
				return true
			}
		case "role":
			switch a.Val {
			case "navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog", "alert":
				return true
			}
		case "class", "id", "data-testid", "data-component":
			if n.DataAtom != atom.Body && n.DataAtom != atom.Html && n.DataAtom != atom.Article && n.DataAtom != atom.Main && hasWord(a.Val, furnitureWords) && !hasWord(a.Val, standfirstWords) {
				return true
			}
		}
	}
	if n.DataAtom == atom.Header && !within(n, atom.Article, atom.Main) {
		return true
	}
	return strings.Contains(n.Data, "-") && hasWord(n.Data, furnitureWords)
}

func within(n *html.Node, as ...atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, a := range as {
			if p.DataAtom == a {
				return true
			}
		}
	}
	return false
}

func isStandfirst(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.H2, atom.H3, atom.Span, atom.Section:
	default:
		return false
	}
	for _, a := range n.Attr {
		if (a.Key == "class" || a.Key == "id" || a.Key == "itemprop") && hasWord(a.Val, standfirstWords) {
			return true
		}
	}
	return false
}

// hasWord reports whether a class name has a word of the list, at hyphens, underscores, spaces and capitals: "kg-signup-card",
// "article__subhead", "AuthorByline".
func hasWord(class string, words map[string]bool) bool {
	start := 0
	prevLower := false
	for i := 0; i <= len(class); i++ {
		var c byte = ' '
		if i < len(class) {
			c = class[i]
		}
		upper := c >= 'A' && c <= 'Z'
		letter := upper || c >= 'a' && c <= 'z'
		if !letter || upper && prevLower {
			if start < i && words[strings.ToLower(class[start:i])] {
				return true
			}
			start = i
			if !letter {
				start = i + 1
			}
		}
		prevLower = letter && !upper
	}
	return words[strings.ToLower(class)]
}

// cues are lines that are no article text wherever they stand.
var cues = cueLines()

type cueTable struct{ whole, begin map[string]bool }

func cueLines() cueTable {
	t := cueTable{map[string]bool{}, map[string]bool{}}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/cues.tsv", 2) {
		switch e.Fields[1] {
		case "whole":
			t.whole[e.Fields[0]] = true
		case "begin":
			t.begin[e.Fields[0]] = true
		}
	}
	return t
}

// isCue reports whether a line is furniture by its words: "Advertisement", "READ ALSO: …", "Reporting by …; Editing by …".
func isCue(text string) bool {
	low := strings.ToLower(strings.Trim(text, " .:…·|-–—*[]()©►▶"))
	if cues.whole[low] {
		return true
	}
	if len(text) > 400 {
		return false
	}
	words := strings.Fields(low)
	for i, w := range words {
		words[i] = strings.Trim(w, ":.,;!–-")
	}
	for k := 1; k <= min(len(words), 5); k++ {
		if cues.begin[strings.Join(words[:k], " ")] {
			return true
		}
	}
	return false
}
