package article

import (
	"embed"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"crosstally/extractors/lexicon"
)

//go:embed lexicon/*.tsv
var lexiconFS embed.FS

// A mark is what an element's tag, class name, role or style says of its text.
type mark uint8

const (
	nothing    mark = iota
	body            // holds the article
	standfirst      // the sentence under the headline
	facts           // a box of figures beside the text
	furniture       // menu, advert, related stories; not believed of an element that holds most of the prose
	hard            // comments, consent dialogs and the like, which may well hold most of the prose
	hidden          // not shown
)

// classWords maps words of class names, and pairs of them ("read more"), to their mark.
var classWords = func() map[string]mark {
	kinds := map[string]mark{"body": body, "standfirst": standfirst, "facts": facts, "furniture": furniture, "hard": hard, "hidden": hidden, "text": nothing}
	out := map[string]mark{}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/classes.tsv", 2) {
		out[e.Fields[0]] = kinds[e.Fields[1]]
	}
	return out
}()

var tagMarks = map[atom.Atom]mark{
	atom.Nav: hard, atom.Footer: hard, atom.Menu: hard, atom.Dialog: hard, atom.Aside: furniture, atom.Figcaption: hard, atom.Caption: hard,
	atom.Article: nothing, atom.Main: nothing, atom.Body: nothing, atom.Html: nothing,
}

var roleMarks = map[string]mark{"navigation": hard, "banner": furniture, "contentinfo": hard, "complementary": furniture, "search": hard, "menu": hard, "menubar": hard,
	"toolbar": hard, "dialog": hard, "alertdialog": hard, "tablist": furniture, "note": furniture}

var itempropMarks = map[string]mark{"articlebody": body, "text": nothing, "author": furniture, "datepublished": furniture, "datemodified": furniture, "publisher": furniture,
	"image": furniture, "keywords": furniture, "comment": hard, "description": standfirst, "alternativeheadline": standfirst}

// markOf reads an element's mark.
func markOf(n *html.Node) mark {
	m := tagMarks[n.DataAtom]
	structural := n.DataAtom == atom.Body || n.DataAtom == atom.Article || n.DataAtom == atom.Main
	if n.DataAtom == 0 && strings.Contains(n.Data, "-") {
		m = classMark(n.Data, m)
	}
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "hidden":
			return hidden
		case "aria-hidden":
			if a.Val == "true" && !inlineTags[n.DataAtom] {
				return hidden
			}
		case "style":
			if hiddenStyle(a.Val) {
				return hidden
			}
		case "role":
			m = stronger(m, roleMarks[a.Val])
		case "itemprop":
			m = stronger(m, itempropMarks[strings.ToLower(a.Val)])
		case "class", "id", "data-testid", "data-component", "data-module", "data-gu-name", "data-qa", "property":
			if !structural {
				m = classMark(a.Val, m)
			}
		}
	}
	if m == facts && n.DataAtom == atom.Aside {
		return facts
	}
	if n.DataAtom == atom.Aside && m < furniture && m != facts {
		return furniture
	}
	return m
}

// stronger joins two marks: one that takes text away wins, else a later one.
func stronger(a, b mark) mark {
	if b == nothing || a >= furniture && a >= b {
		return a
	}
	return b
}

// classMark reads a class attribute or id: each name in it, cut into words at hyphens, underscores and capitals. A name for the article's body or
// its standfirst outweighs furniture named beside it ("article-body ad-free"), not furniture in the same name ("article-body__ad").
func classMark(value string, m mark) mark {
	for len(value) > 0 {
		name := value
		if i := strings.IndexAny(value, " \t\r\n"); i >= 0 {
			name, value = value[:i], value[i+1:]
		} else {
			value = ""
		}
		switch k := nameMark(name); {
		case k == nothing:
		case k == hidden || m == nothing:
			m = k
		case m == body || m == standfirst || m == facts:
			if k == hard {
				m = k
			}
		case k == body || k == standfirst || k == facts:
			if m == furniture {
				m = k
			}
		default:
			m = max(m, k)
		}
	}
	return m
}

// nameMark reads one class name.
func nameMark(name string) mark {
	if name == "" || len(name) > 120 {
		return nothing
	}
	if k, ok := classWords[name]; ok {
		return k
	}
	for _, p := range [...]string{"has-", "no-", "with-", "without-", "not-", "hide-", "js-", "is-style-", "category-", "tag-", "status-", "type-", "format-", "elementor-", "elementor-widget", "vc_", "et_pb_", "fusion-", "views-table"} {
		if strings.HasPrefix(name, p) {
			return nothing
		}
	}
	var m, last mark // of the words before the last, and of the last
	var buf [48]byte
	prev, start := 0, 0 // buf[prev:start] is the word before, buf[start:] the one being read
	k := 0
	lower := false
	end := func() {
		if k <= start {
			return
		}
		w := classWords[string(buf[start:k])]
		if w == hidden { // "label-hidden" hides a label
			w = nothing
		}
		if pair, ok := classWords[string(buf[prev:k])]; ok && start > prev && pair != hidden {
			last = pair // outweighs what its words mean alone
		} else {
			m, last = max(m, last), w
		}
		if k < len(buf) {
			buf[k] = ' '
			k++
		}
		prev, start = start, k
	}
	for i := 0; i < len(name) && k < len(buf)-1; i++ {
		c := name[i]
		switch {
		case c >= 'A' && c <= 'Z':
			if lower {
				end()
			}
			buf[k] = c + 'a' - 'A'
			k++
			lower = false
		case c >= 'a' && c <= 'z' || c >= 0x80:
			buf[k] = c
			k++
			lower = true
		default:
			end()
			lower = false
		}
	}
	end()
	return max(m, last)
}

// hiddenStyle reports whether an inline style takes an element out of sight: not displayed, of no size, off the screen, or white on white.
func hiddenStyle(style string) bool {
	if len(style) > 2000 || !strings.Contains(style, ":") {
		return false
	}
	var color, ground, overflow, height string
	for _, d := range strings.Split(strings.ToLower(style), ";") {
		k, v, _ := strings.Cut(d, ":")
		k, v = strings.TrimSpace(k), strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(v), "!important"))
		switch k {
		case "display":
			if v == "none" {
				return true
			}
		case "visibility":
			if v == "hidden" || v == "collapse" {
				return true
			}
		case "font-size": // and not opacity, which scripts raise as a reader scrolls
			if zero(v) {
				return true
			}
		case "left", "top", "text-indent", "margin-left":
			if strings.HasPrefix(v, "-") && len(strings.TrimRight(v, "pxemrt%")) >= 5 {
				return true
			}
		case "color":
			color = v
		case "background", "background-color":
			ground = v
		case "overflow":
			overflow = v
		case "height", "max-height", "width", "max-width":
			if zero(v) || v == "1px" {
				height = "0"
			}
		}
	}
	return overflow == "hidden" && height == "0" || color != "" && white(color) && (ground == "" && false || white(ground))
}

func zero(v string) bool {
	return strings.Trim(v, "0.") == "" && v != "" || strings.TrimLeft(v, "0.") != v && strings.Trim(strings.TrimLeft(v, "0."), "pxemrt%") == ""
}

func white(v string) bool {
	return v == "#fff" || v == "#ffffff" || v == "white" || v == "rgb(255,255,255)"
}
