package plot

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
)

// spread is the ratio of the largest to the least number above which a linear scale would press the small ones together.
const spread = 50

// A scale places numbers between left and right.
type scale struct {
	lo, hi float64
	log    bool
	ticks  []float64
}

// scaleOf finds a scale on which all numbers of rows lie, with round ends.
func scaleOf(rows []row) scale {
	lo, hi := math.Inf(1), math.Inf(-1)
	whole := true
	for _, r := range rows {
		for _, p := range []*float64{r.Value.Value, r.Lower, r.Upper} {
			if p != nil && !math.IsInf(*p, 0) && !math.IsNaN(*p) {
				lo, hi = min(lo, *p), max(hi, *p)
				whole = whole && *p == math.Trunc(*p)
			}
		}
	}
	if lo > hi {
		lo, hi = 0, 1
	}
	if lo > 0 && hi/lo > spread {
		return logScale(lo, hi)
	}
	return linearScale(lo, hi, whole)
}

func logScale(lo, hi float64) scale {
	s := scale{lo: math.Pow(10, math.Floor(math.Log10(lo))), hi: math.Pow(10, math.Ceil(math.Log10(hi))), log: true}
	decades := int(math.Round(math.Log10(s.hi / s.lo)))
	step := max(1, (decades+4)/5)
	for d := 0; d <= decades; d += step {
		s.ticks = append(s.ticks, s.lo*math.Pow(10, float64(d)))
	}
	return s
}

// linearScale has at most nine round ticks, whole ones where all numbers are.
func linearScale(lo, hi float64, whole bool) scale {
	if lo == hi {
		lo, hi = lo-max(1, math.Abs(lo)*0.1), hi+max(1, math.Abs(hi)*0.1)
		if lo < 0 && hi >= 0 && hi-1 >= 0 {
			lo = min(0, hi-1)
		}
	}
	raw := (hi - lo) / 4
	step := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5, 10} {
		if step*m >= raw {
			step *= m
			break
		}
	}
	if whole {
		step = max(1, step)
	}
	s := scale{lo: math.Floor(lo/step) * step, hi: math.Ceil(hi/step) * step}
	for n := 0; n <= 8; n++ {
		if t := s.lo + float64(n)*step; t <= s.hi+step/2 {
			s.ticks = append(s.ticks, t)
		}
	}
	return s
}

// at is where a number lies across the sheet.
func (s scale) at(v float64) float64 {
	v = min(max(v, s.lo), s.hi)
	share := (v - s.lo) / (s.hi - s.lo)
	if s.log {
		share = math.Log(v/s.lo) / math.Log(s.hi/s.lo)
	}
	return left + share*(right-left)
}

// draw sets the numbers above and their lines down to a depth.
func (s scale) draw(b *bytes.Buffer, depth int) {
	for _, t := range s.ticks {
		x := px(s.at(t))
		fmt.Fprintf(b, `<line class="grid" x1="%s" x2="%s" y1="%d" y2="%d"/><text class="faint mid" x="%s" y="%d">%s</text>`+"\n", x, x, top-6, depth, x, top-14, tick(t))
	}
	if s.log {
		fmt.Fprintf(b, `<text class="faint" x="%d" y="%d">logarithmic</text>`+"\n", right+14, top-14)
	}
}

// tick writes a number of the scale short: 1,500; 2m; 0.05.
func tick(v float64) string {
	v = math.Round(v*1e9) / 1e9
	for _, u := range []struct {
		size float64
		name string
	}{{1e12, "tn"}, {1e9, "bn"}, {1e6, "m"}} {
		if math.Abs(v) >= u.size {
			return strconv.FormatFloat(v/u.size, 'g', 4, 64) + u.name
		}
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if math.Abs(v) >= 1000 && v == math.Trunc(v) {
		return s[:len(s)-3] + "," + s[len(s)-3:]
	}
	return s
}

func px(x float64) string {
	return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64)
}
