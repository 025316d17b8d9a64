package plot

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

func n(x float64) *float64 { return &x }

func value(v, lo, hi *float64, day string, by ...string) reconcile.Value {
	x := reconcile.Value{Value: v, Lower: lo, Upper: hi, AsOf: day, Modality: claim.Asserted}
	for _, b := range by {
		x.Sources = append(x.Sources, reconcile.Source{Source: b, URL: "https://" + b + ".example"})
	}
	return x
}

var ferry = reconcile.Fact{ID: "f00d", Question: "How many people died off Port Ellis?", Values: []reconcile.Value{
	value(nil, n(12), nil, "2026-05-03", "Harbour News", "Island Post"),
	value(n(14), n(14), n(14), "2026-05-04", "Harbour News", "Harbour News"),
	value(nil, n(15), n(20), "2026-05-04", "Coastguard"),
}}

func TestRowsAreFiguresOfOrigins(t *testing.T) {
	svg := string(Fact(ferry))
	for _, want := range []string{">2026-05-03<", ">at least 12<", ">Island Post<", ">14<", ">15 to 20<", "14 (Harbour News), 2 mentions", "2026-05-04: 15 to 20 by Coastguard"} {
		if !strings.Contains(svg, want) {
			t.Errorf("the plot lacks %q:\n%s", want, svg)
		}
	}
	if got := strings.Count(svg, `<g class="row"`); got != 4 {
		t.Errorf("got %d rows, want 4: each figure of each origin", got)
	}
	if a, b := strings.Count(svg, ">2026-05-04<"), bytes.Equal(Fact(ferry), []byte(svg)); a != 1 || !b {
		t.Errorf("a day stands once, got %d; the same bytes twice: %v", a, b)
	}
}

func TestOpenBoundsReachTheEdge(t *testing.T) {
	svg := string(Fact(ferry))
	if !strings.Contains(svg, fmt.Sprintf(`x2="%d" y1="46"`, right)) {
		t.Errorf("the bar of 'at least 12' must run to %d:\n%s", right, svg)
	}
}

// Whatever a page wrote, the plot is well-formed and holds only drawing elements.
func TestForeignTextStaysText(t *testing.T) {
	for _, bad := range []string{`<script>alert(1)</script>`, `"/><image href="https://a.example/x"/>`, "]]>", "\x1b]0;x\x07", "\u202egnp", "\x00", "a\xffb", strings.Repeat("x", 10000)} {
		f := ferry
		f.Question, f.ID = bad, bad
		f.Values = []reconcile.Value{value(n(1), nil, nil, bad, bad)}
		svg := Fact(f)
		dec := xml.NewDecoder(bytes.NewReader(svg))
		for {
			tok, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%q: %v\n%s", bad, err, svg)
			}
			if e, ok := tok.(xml.StartElement); ok && !strings.Contains(" svg title desc g line text circle path ", " "+e.Name.Local+" ") {
				t.Errorf("%q made a <%s>", bad, e.Name.Local)
			}
		}
		if bytes.ContainsAny(svg, "\x1b\u202e\x00") {
			t.Errorf("%q: an active character is in the plot", bad)
		}
	}
}

func TestScalesHoldEveryNumber(t *testing.T) {
	for _, c := range []struct {
		values []float64
		log    bool
	}{
		{[]float64{0}, false}, {[]float64{7}, false}, {[]float64{0, 0}, false}, {[]float64{-3, 5}, false}, {[]float64{3, 2000}, true}, {[]float64{0, 2000}, false},
		{[]float64{0.01, 1e12}, true}, {[]float64{1e15, 1e15 + 1}, false}, {[]float64{math.Inf(1), 4}, false}, {nil, false}, {[]float64{1e300, 1}, true},
	} {
		var rows []row
		for _, v := range c.values {
			rows = append(rows, row{Value: reconcile.Value{Value: n(v)}})
		}
		s := scaleOf(rows)
		if s.log != c.log || len(s.ticks) < 2 || len(s.ticks) > 10 {
			t.Errorf("%v: log %v with ticks %v", c.values, s.log, s.ticks)
		}
		for _, v := range append(c.values, s.ticks...) {
			if x := s.at(v); math.IsNaN(x) || x < left || x > right {
				t.Errorf("%v: %v lies at %v", c.values, v, x)
			}
		}
	}
}

func TestRulingsAreMarked(t *testing.T) {
	f := ferry
	f.Rulings = []reconcile.Decision{{Kind: "accept", By: "ana", Figure: "14", Value: n(14), Lower: n(14), Upper: n(14)}, {Kind: "reject", By: "ben", Figure: "at least 12", Lower: n(12)}}
	svg := string(Fact(f))
	for want, times := range map[string]int{">✓ 14<": 1, "accepted by ana": 1, ">✗ at least 12<": 2, "rejected by ben": 2, `"row rejected"`: 2} {
		if got := strings.Count(svg, want); got != times {
			t.Errorf("%q stands %d times, want %d:\n%s", want, got, times, svg)
		}
	}
}

func TestManyFiguresAreCounted(t *testing.T) {
	f := ferry
	f.Values = nil
	for i := range 100 {
		f.Values = append(f.Values, value(n(float64(i)), nil, nil, "2026-05-03", "A"))
	}
	if svg := string(Fact(f)); !strings.Contains(svg, "and 60 more below") {
		t.Error("the figures left out are not counted")
	}
}
