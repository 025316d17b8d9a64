package reconcile

import (
	"math"
	"strconv"
	"strings"

	"crosstally/extractors/counts"
)

// A span of numbers that a figure leaves open: every count is one, a plain number being the narrowest.
//
// lo and hi are what the words exclude, inclusive and infinite where open. softLo and softHi are where a reader
// expects the number: "more than 1,100" is taken to mean under 1,200, though it does not say so.
type interval struct {
	lo, hi         float64
	softLo, softHi float64
	exact          bool
	granule        float64 // to what the number is rounded: 100 for 1,200; 1 for 1,227
	whole          bool    // counts things one by one
}

// intervalOf reads the bounds of a count in its unit's base unit.
func intervalOf(m counts.Mention) interval {
	f := factorOf(m.Unit)
	iv := interval{lo: math.Inf(-1), hi: math.Inf(1), whole: countsThings(m)}
	lower, upper, value := m.Lower, m.Upper, m.Value
	switch {
	case value != nil && lower != nil && upper != nil && *lower == *value && *upper == *value && !m.Approximate:
		v := *value
		iv.lo, iv.hi, iv.exact, iv.granule = v, v, true, granuleOf(v, iv.whole)
		iv.softLo, iv.softHi = v, v
	case value != nil:
		iv.approximate(*value, lower, upper)
	default:
		iv.bounded(lower, upper, m.Approximate, !strings.Contains(strings.ToLower(m.Text), "least"))
	}
	if f != 1 && f != 0 {
		iv.scale(f, m.Unit)
	}
	return iv
}

// countsThings reports whether m counts things one by one, where a number without trailing zeros is meant to the unit.
func countsThings(m counts.Mention) bool {
	return m.Kind == counts.Number || m.Kind == "" && m.Unit != "percent" && measures[strings.ToLower(m.Unit)] == ""
}

// approximate reads "about 300", "nearly 50", "just over 900".
func (iv *interval) approximate(v float64, lower, upper *float64) {
	iv.granule = granuleOf(v, iv.whole)
	slack := math.Max(math.Abs(v)*0.1, iv.granule/2)
	iv.lo, iv.hi = v-slack, v+slack
	if lower != nil {
		iv.lo = *lower
	}
	if upper != nil {
		iv.hi = *upper
	}
	iv.softLo, iv.softHi = iv.lo, iv.hi
}

// bounded reads "at least 14", "up to 40", "between 40 and 50", "hundreds"; above says that its words put a value above a number.
func (iv *interval) bounded(lower, upper *float64, vague, above bool) {
	if lower != nil {
		iv.lo = *lower
	}
	if upper != nil {
		iv.hi = *upper
	}
	iv.softLo, iv.softHi = iv.lo, iv.hi
	switch {
	case vague && upper != nil:
		iv.hi = math.Inf(1) // "hundreds" of 1,104 is understatement, no error
	case lower != nil && upper == nil:
		g := granuleOf(*lower, iv.whole)
		if h := granuleOf(*lower-1, iv.whole); h > g { // "more than 1,100" is 1,101 and up
			g = h
		}
		if above && g == 1 && iv.whole && *lower > 20 && math.Mod(*lower-1, 10) == 0 {
			g = 9 // "more than 80" is 81 to 89
		}
		iv.softHi = *lower + math.Max(g-1, 0)
		if vague {
			iv.softHi = *lower * 5
		}
	case upper != nil && lower == nil:
		g := granuleOf(*upper, iv.whole)
		if h := granuleOf(*upper+1, iv.whole); h > g {
			g = h
		}
		iv.softLo = *upper - math.Max(g-1, 0)
	}
}

func (iv *interval) scale(f float64, unit string) {
	iv.lo, iv.hi, iv.softLo, iv.softHi, iv.granule = iv.lo*f, iv.hi*f, iv.softLo*f, iv.softHi*f, iv.granule*f
	if iv.exact { // converted figures are rounded on both sides
		iv.granule = math.Max(iv.granule, math.Abs(iv.lo)*0.01)
	}
	iv.whole = false
}

// granuleOf returns to what v is rounded. Counts below 100, and those without two trailing zeros, are taken to the unit.
func granuleOf(v float64, whole bool) float64 {
	v = math.Abs(v)
	if v == 0 {
		return 0
	}
	if whole {
		if v != math.Trunc(v) || v < 100 {
			return 1
		}
		g := 1.0
		for math.Mod(v, g*10) == 0 && g < v {
			g *= 10
		}
		if g < 100 {
			return 1
		}
		return g
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if i := strings.IndexByte(s, '.'); i >= 0 {
		return math.Pow(10, -float64(len(s)-i-1))
	}
	g := 1.0
	for math.Mod(v, g*10) == 0 && g*10 <= v {
		g *= 10
	}
	return g
}

// meets reports whether a and b can both be true: their bounds overlap, or one number is the other rounded.
func (a interval) meets(b interval) bool {
	return a.lo <= b.hi && b.lo <= a.hi || a.rounds(b) || a.touches(b) || b.touches(a)
}

// touches reports whether a is the number above or below which b is said to lie: "100" and "more than 100" are no dispute.
func (a interval) touches(b interval) bool {
	return a.exact && a.whole && !b.exact && (b.lo == a.lo+1 && math.IsInf(b.hi, 1) || b.hi == a.lo-1 && math.IsInf(b.lo, -1))
}

// rounds reports whether two exact numbers are one number at different precision. However many zeros a number ends in,
// it is not taken to be out by more than a twentieth.
func (a interval) rounds(b interval) bool {
	if !a.exact || !b.exact || a.granule == b.granule {
		return false
	}
	g := math.Min(math.Max(a.granule, b.granule), math.Max(math.Abs(a.lo), math.Abs(b.lo))/10)
	return math.Abs(a.lo-b.lo) <= g/2*1.000001
}

// contains reports whether b lies within a, read by a's hard bounds or as a's rounding.
func (a interval) contains(b interval) bool {
	return a.lo <= b.lo && b.hi <= a.hi || a.rounds(b)
}

// stretched reports whether a and b meet only past the usual end of a vague word.
func (a interval) stretched(b interval) bool { return a.softHi < b.lo || b.softHi < a.lo }

// differs reports whether a reader would take a and b for different numbers.
func (a interval) differs(b interval) bool {
	return (a.softHi < b.softLo || b.softHi < a.softLo) && !a.rounds(b)
}

// below reports whether a reader takes a for at most the nth part of b, and for more than nought.
func (a interval) below(b interval, n float64) bool { return a.softLo > 0 && a.softHi*n <= b.softLo }

// apart reports whether a reader takes one of two for at most the nth part of the other.
func (a interval) apart(b interval, n float64) bool { return a.below(b, n) || b.below(a, n) }

// above reports whether a reader would take a for more than b.
func (a interval) above(b interval) bool { return a.softLo > b.softHi }

// factors turns units that measure one thing into a base unit.
var factors = map[string]float64{
	"hectare": 1, "acre": 0.404686, "square kilometre": 100, "square kilometer": 100, "square mile": 258.999,
	"sq km": 100, "sq mile": 258.999, "square metre": 0.0001, "square meter": 0.0001, "square foot": 0.0000092903,
	"kilometre": 1, "kilometer": 1, "km": 1, "mile": 1.609344, "metre": 0.001, "meter": 0.001, "foot": 0.0003048, "nautical mile": 1.852,
	"tonne": 1, "metric ton": 1, "ton": 1, "kilogram": 0.001, "kilo": 0.001, "kg": 0.001, "pound": 0.000453592,
	"litre": 1, "liter": 1, "gallon": 3.78541,
	"millimetre": 1, "millimeter": 1, "centimetre": 10, "centimeter": 10, "inch": 25.4,
	"day": 24, "hour": 1, "minute": 1.0 / 60, "week": 168, "year": 12 * 730, "month": 730,
}

// measures names what each convertible unit measures.
var measures = map[string]string{
	"hectare": "area", "acre": "area", "square kilometre": "area", "square kilometer": "area", "square mile": "area", "sq km": "area", "sq mile": "area",
	"square metre": "area", "square meter": "area", "square foot": "area",
	"kilometre": "length", "kilometer": "length", "km": "length", "mile": "length", "metre": "length", "meter": "length", "foot": "length", "nautical mile": "length",
	"tonne": "mass", "metric ton": "mass", "ton": "mass", "kilogram": "mass", "kilo": "mass", "kg": "mass", "pound": "mass",
	"litre": "volume", "liter": "volume", "gallon": "volume",
	"millimetre": "depth", "millimeter": "depth", "centimetre": "depth", "centimeter": "depth", "inch": "depth",
	"day": "time", "hour": "time", "minute": "time", "week": "time", "month": "time", "year": "time",
}

func factorOf(unit string) float64 {
	if f, ok := factors[strings.ToLower(unit)]; ok {
		return f
	}
	return 1
}
