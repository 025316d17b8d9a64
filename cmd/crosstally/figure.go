package main

import (
	"strconv"
	"strings"

	"crosstally/pipeline/reconcile"
)

// figure writes a value with its bounds as a newspaper would: "at least 14", "about 300", "40 to 50".
func figure(v reconcile.Value) string {
	switch {
	case v.Value != nil && v.Approximate && v.Lower != nil && v.Upper == nil:
		return "just over " + number(*v.Value)
	case v.Value != nil && v.Approximate && v.Upper != nil && v.Lower == nil && *v.Upper < *v.Value:
		return "just under " + number(*v.Value)
	case v.Value != nil && v.Approximate && v.Upper != nil && v.Lower == nil:
		return "nearly " + number(*v.Value)
	case v.Value != nil && v.Approximate:
		return "about " + number(*v.Value)
	case v.Value != nil:
		return number(*v.Value)
	case v.Lower != nil && v.Upper != nil:
		return number(*v.Lower) + " to " + number(*v.Upper)
	case v.Lower != nil:
		return "at least " + number(*v.Lower)
	case v.Upper != nil:
		return "at most " + number(*v.Upper)
	}
	return "unknown"
}

// number writes a number with commas between groups of three digits, and no more decimals than it has.
func number(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, frac, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if frac != "" {
		whole += "." + frac
	}
	return sign + whole
}

// num is a number for a table cell of a spreadsheet, "" when absent.
func num(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}
