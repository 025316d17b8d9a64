// Package plot draws the figures of one fact as SVG: every value in order of time, its bounds as a bar, its origin as a colour.
//
// In:  a reconcile.Fact. Out: one <svg> element, the same bytes for the same fact, to stand in a page that holds Style.
// Time runs down, one row for each figure of each origin, so that no label lies over another however close the figures are;
// numbers run across, on a logarithmic scale where a linear one would press them together. An open bound ends in an arrow,
// an approximate value is a ring, and what is not asserted is broken. Nothing is told by colour alone.
//
// Text of others is written as characters; there is no script, no link and no style in the element itself.
package plot

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"crosstally/pipeline/foreign"
	"crosstally/pipeline/reconcile"
)

// Style colours a plot, by day and by night. A page holds it once, in its style sheet.
const Style = `.plot{width:100%;max-width:760px;height:auto;font:13px system-ui,sans-serif;--ink:#1b1b1b;--faint:#6b6b6b;--line:#dcdcdc}
.plot text{fill:var(--ink)}.plot .faint{fill:var(--faint)}.plot .day{font-weight:600}.plot .figure{font-weight:600}
.plot .end{text-anchor:end}.plot .mid{text-anchor:middle}.plot .grid{stroke:var(--line);stroke-width:1}.plot .bar{stroke-width:6;stroke-opacity:.4;stroke-linecap:butt}
.plot .unsure .bar{stroke-dasharray:5 3}.plot .unsure text{font-style:italic}.plot .denied .figure,.plot .rejected .figure{text-decoration:line-through}
.plot .o0{stroke:#0b62a4;fill:#0b62a4}.plot .o1{stroke:#c2410c;fill:#c2410c}.plot .o2{stroke:#15803d;fill:#15803d}.plot .o3{stroke:#7e22ce;fill:#7e22ce}
.plot .o4{stroke:#a16207;fill:#a16207}.plot .o5{stroke:#0e7490;fill:#0e7490}.plot .o6{stroke:#be185d;fill:#be185d}.plot .o7{stroke:#57534e;fill:#57534e}
.plot .ring{fill:none;stroke-width:2.5}
@media(prefers-color-scheme:dark){.plot{--ink:#ececec;--faint:#a3a3a3;--line:#3a3a3a}
.plot .o0{stroke:#60a5fa;fill:#60a5fa}.plot .o1{stroke:#fb923c;fill:#fb923c}.plot .o2{stroke:#4ade80;fill:#4ade80}.plot .o3{stroke:#c084fc;fill:#c084fc}
.plot .o4{stroke:#facc15;fill:#facc15}.plot .o5{stroke:#22d3ee;fill:#22d3ee}.plot .o6{stroke:#f472b6;fill:#f472b6}.plot .o7{stroke:#a8a29e;fill:#a8a29e}
.plot .ring{fill:none}}
`

// colours is how many origins Style tells apart; further ones share the last colour and are told apart by their words.
const colours = 8

// The sheet, in its own units; the page scales it.
const (
	width     = 760
	left      = 312 // where numbers begin: day and who says so stand before
	right     = 622 // where they end: the figure in words stands behind
	top       = 34  // under the scale
	rowHeight = 24
	dayWidth  = 92
	whoLength = 28 // characters of a voice that fit before the numbers
	figLength = 17
)

// maxRows keeps a plot readable; the figures left out are counted below it.
const maxRows = 40

// A row is one figure of one origin.
type row struct {
	reconcile.Value
	by     string
	origin int
	times  int    // mentions
	ruled  string // "accept" or "reject" where a person ruled on the figure
	ruler  string
}

// Fact draws a fact.
func Fact(f reconcile.Fact) []byte {
	rows := rowsOf(f)
	left := max(0, len(rows)-maxRows)
	rows = rows[:len(rows)-left]
	return draw(f, rows, left)
}

// rowsOf lists the figures by as-of day, each origin's own; origins are numbered as they come.
func rowsOf(f reconcile.Fact) []row {
	var out []row
	origins := map[string]int{}
	for _, v := range f.Values {
		from := len(out)
		for _, s := range v.Sources {
			by := s.Voice()
			key := strings.ToLower(by)
			if i := slices.IndexFunc(out[from:], func(r row) bool { return strings.EqualFold(r.by, by) }); i >= 0 {
				out[from+i].times++
				continue
			}
			if _, ok := origins[key]; !ok {
				origins[key] = min(len(origins), colours-1)
			}
			r := row{Value: v, by: by, origin: origins[key], times: 1}
			for _, d := range f.Rulings {
				if d.Is(v) {
					r.ruled, r.ruler = d.Kind, d.By
				}
			}
			out = append(out, r)
		}
	}
	return out
}

func draw(f reconcile.Fact, rows []row, leftOut int) []byte {
	var b bytes.Buffer
	sc := scaleOf(rows)
	height := top + len(rows)*rowHeight + 12
	if leftOut > 0 {
		height += rowHeight
	}
	id := "plot-" + f.ID
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 %d %d" role="img" aria-labelledby="%s-t %s-d">`, width, height, escape(id), escape(id))
	fmt.Fprintf(&b, "\n<title id=\"%s-t\">%s</title>\n<desc id=\"%s-d\">%s</desc>\n", escape(id), escape(f.Question), escape(id), escape(inWords(rows)))
	sc.draw(&b, height-12)
	day := ""
	for i, r := range rows {
		y := top + i*rowHeight + rowHeight/2
		if r.AsOf != day || i == 0 {
			day = r.AsOf
			if i > 0 {
				fmt.Fprintf(&b, `<line class="grid" x1="0" x2="%d" y1="%d" y2="%d"/>`+"\n", width, y-rowHeight/2, y-rowHeight/2)
			}
			fmt.Fprintf(&b, `<text class="day" x="0" y="%d">%s</text>`+"\n", y+4, escape(short(cmp.Or(firstDay(day), "no day"), 10)))
		}
		r.draw(&b, sc, y)
	}
	if leftOut > 0 {
		fmt.Fprintf(&b, `<text class="faint" x="%d" y="%d">and %d more below</text>`+"\n", dayWidth, height-14, leftOut)
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// draw sets one row: who, the bar between the bounds, the value on it, and the figure in words.
func (r row) draw(b *bytes.Buffer, sc scale, y int) {
	class := "row"
	switch r.Modality {
	case "asserted", "":
	case "denied":
		class += " unsure denied"
	default:
		class += " unsure"
	}
	told := r.Figure() + " (" + r.by + ")"
	switch r.ruled {
	case "accept":
		told += ", accepted by " + r.ruler
	case "reject":
		class += " rejected"
		told += ", rejected by " + r.ruler
	}
	if r.times > 1 {
		told += fmt.Sprintf(", %d mentions", r.times)
	}
	fmt.Fprintf(b, `<g class="%s"><title>%s</title><text x="%d" y="%d">%s</text>`, class, escape(told), dayWidth, y+4, escape(short(r.by, whoLength)))
	lo, hi := r.Lower, r.Upper
	if lo != nil && hi != nil && *lo != *hi || (lo == nil) != (hi == nil) {
		x1, x2 := float64(left), float64(right)
		if lo != nil {
			x1 = sc.at(*lo)
		}
		if hi != nil {
			x2 = sc.at(*hi)
		}
		fmt.Fprintf(b, `<line class="bar o%d" x1="%s" x2="%s" y1="%d" y2="%d"/>`, r.origin, px(x1), px(max(x2, x1+2)), y, y)
		if lo == nil {
			fmt.Fprintf(b, `<path class="o%d" d="M%s %dl7 -5v10z"/>`, r.origin, px(x1-6), y)
		}
		if hi == nil {
			fmt.Fprintf(b, `<path class="o%d" d="M%s %dl-7 -5v10z"/>`, r.origin, px(x2+6), y)
		}
		for _, end := range []*float64{lo, hi} {
			if end != nil {
				fmt.Fprintf(b, `<line class="o%d" stroke-width="2" x1="%s" x2="%s" y1="%d" y2="%d"/>`, r.origin, px(sc.at(*end)), px(sc.at(*end)), y-6, y+6)
			}
		}
	}
	if r.Value.Value != nil {
		ring := ""
		if r.Approximate || r.Modality != "asserted" && r.Modality != "" {
			ring = " ring"
		}
		fmt.Fprintf(b, `<circle class="o%d%s" cx="%s" cy="%d" r="5"/>`, r.origin, ring, px(sc.at(*r.Value.Value)), y)
	}
	fmt.Fprintf(b, `<text class="figure" x="%d" y="%d">%s</text></g>`+"\n", right+14, y+4, escape(short(label(r), figLength)))
}

// label is the figure in words, with a sign before it where a person ruled on it.
func label(r row) string {
	out := map[string]string{"accept": "✓ ", "reject": "✗ "}[r.ruled] + r.Figure()
	if r.Modality != "asserted" && r.Modality != "" {
		out += " " + string(r.Modality)
	}
	return out
}

// inWords tells the plot to who does not see it.
func inWords(rows []row) string {
	var parts []string
	for _, r := range rows {
		parts = append(parts, fmt.Sprintf("%s: %s by %s", cmp.Or(firstDay(r.AsOf), "no day"), label(r), r.by))
	}
	return strings.Join(parts, "; ") + "."
}

func firstDay(asOf string) string {
	day, _, _ := strings.Cut(asOf, "/")
	day, _, _ = strings.Cut(day, "T")
	return day
}

// short cuts a text to n characters.
func short(s string, n int) string {
	s = foreign.Shown(strings.Join(strings.Fields(s), " "))
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}

func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(foreign.Shown(s))); err != nil {
		return ""
	}
	return b.String()
}
