package main

import (
	"html"
	"math"
	"regexp"
	"sort"
	"strings"
)

var (
	wordRE             = regexp.MustCompile(`[\p{L}\p{N}_\p{M}']+`)
	stemRE             = regexp.MustCompile(`(?:ies|es|s|y|e)$`)
	numberRE           = regexp.MustCompile(`(?i)^(?:\p{Nd}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|score|half|third|quarter|fifth|couple|handful|few|several|none|no|single|pair|a|an)`)
	leadingPreposition = regexp.MustCompile(`^(?:on|in|at|by|since|until|from) `)
	dashes             = regexp.MustCompile(`[\x{2010}-\x{2015}\x{2212}]`)
	quotes             = strings.NewReplacer("\u00ad", "", "\u200b", "", "’", "'", "‘", "'", "“", `"`, "”", `"`)
	small              = set("the a an of in on at for and to s 's its his her their by with from said")
	// neutralUnits are lasting times and distances: they may be given or left out.
	neutralUnits = set("second minute hour day night week fortnight month quarter year decade century metre meter kilometre kilometer km mile foot feet yard centimetre")
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// norm folds quotation marks, dashes and white space.
func norm(s string) string {
	s = quotes.Replace(html.UnescapeString(s))
	return strings.Join(strings.Fields(dashes.ReplaceAllString(s, "-")), " ")
}

func words(s string) []string { return wordRE.FindAllString(strings.ToLower(norm(s)), -1) }

// contained is the share of a's words that stand in b.
func contained(a, b string) float64 {
	wa := words(a)
	if len(wa) == 0 {
		return 0
	}
	wb, n := map[string]bool{}, 0
	for _, w := range words(b) {
		wb[w] = true
	}
	for _, w := range wa {
		if wb[w] {
			n++
		}
	}
	return float64(n) / float64(len(wa))
}

func neutral(unit string) bool {
	u := strings.ToLower(unit)
	return neutralUnits[u] || neutralUnits[strings.TrimRight(u, "s")] || u == "nautical mile"
}

// sameValue reports whether s is the gold number g. Bounds may differ by one; a fraction is also right as a percentage.
func sameValue(g, s number) bool {
	if g.Unit == "fraction" {
		x := g
		x.Value, x.Lower, x.Upper = times100(g.Value), times100(g.Lower), times100(g.Upper)
		if sameNumber(x, s, 0.005) {
			return true
		}
	}
	return sameNumber(g, s, 1e-6)
}

func times100(x *float64) *float64 {
	if x == nil {
		return nil
	}
	v := *x * 100
	return &v
}

func eq(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

func within(a *float64, b, tol float64) bool { return a != nil && math.Abs(*a-b) <= tol }

func sameNumber(g, s number, tol float64) bool {
	switch {
	case g.Value != nil && eq(g.Lower, g.Upper) && eq(g.Lower, g.Value) && !g.Approximate:
		return within(s.Value, *g.Value, tol*math.Max(1, math.Abs(*g.Value))) && eq(s.Lower, s.Value) && eq(s.Upper, s.Value)
	case g.Value != nil && (eq(g.Lower, g.Upper) || g.Approximate):
		if g.Unit == "percent" || g.Unit == "fraction" {
			tol = math.Max(tol, 0.005)
		}
		return within(s.Value, *g.Value, tol*math.Max(1, math.Abs(*g.Value)))
	case g.Lower != nil && g.Upper != nil && g.Value == nil:
		return sameInterval(g, s)
	}
	ok := true
	if g.Lower != nil {
		ok = ok && within(s.Lower, *g.Lower, math.Max(1, 1e-3*math.Abs(*g.Lower)))
	} else {
		ok = ok && (s.Lower == nil || g.Upper != nil && *s.Lower < *g.Upper)
	}
	if g.Upper != nil {
		ok = ok && within(s.Upper, *g.Upper, math.Max(1, 1e-3*math.Abs(*g.Upper)))
	} else {
		ok = ok && (s.Upper == nil || g.Lower != nil && *s.Upper > *g.Lower)
	}
	return ok
}

// sameInterval compares ranges exactly and vague words loosely: where "hundreds" end is a convention.
func sameInterval(g, s number) bool {
	lo, hi := *g.Lower, *g.Upper
	if !g.Approximate {
		return within(s.Lower, lo, math.Max(0.01, 1e-3*lo)) && within(s.Upper, hi, math.Max(0.01, 1e-3*hi))
	}
	okl := s.Lower != nil && lo/2-1 <= *s.Lower && *s.Lower <= lo*1.5+1
	oku := s.Upper == nil || hi*0.45-1 <= *s.Upper && *s.Upper <= hi*2.1+1
	return okl && oku && s.Value == nil && !(eq(s.Lower, s.Upper) && lo != hi)
}

// surfaceOverlap reports whether the two share a number word.
func surfaceOverlap(a, b string) bool {
	var wa []string
	for _, w := range words(a) {
		if numberRE.MatchString(w) {
			wa = append(wa, w)
		}
	}
	if len(wa) == 0 {
		wa = words(a)
	}
	wb := map[string]bool{}
	for _, w := range words(b) {
		wb[w] = true
	}
	for _, w := range wa {
		if wb[w] {
			return true
		}
	}
	return false
}

// match pairs gold and given one to one, best scores first; ok returns a score over 0 where a pair may match.
func match(ng, ns int, ok func(i, j int) float64) map[int]int {
	type pair struct {
		score float64
		i, j  int
	}
	var cand []pair
	for i := range ng {
		for j := range ns {
			if x := ok(i, j); x > 0 {
				cand = append(cand, pair{x, i, j})
			}
		}
	}
	sort.Slice(cand, func(a, b int) bool {
		x, y := cand[a], cand[b]
		if x.score != y.score {
			return x.score > y.score
		}
		if x.i != y.i {
			return x.i < y.i
		}
		return x.j < y.j
	})
	out, used := map[int]int{}, map[int]bool{}
	for _, c := range cand {
		if _, done := out[c.i]; !done && !used[c.j] {
			out[c.i] = c.j
			used[c.j] = true
		}
	}
	return out
}
