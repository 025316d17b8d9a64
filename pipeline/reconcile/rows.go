package reconcile

import (
	"slices"
	"strings"
)

// The rows of tables: where one column counts the same in several, each row counts a part.

// rowByRow marks the figures of tables whose column counts one thing row by row: "Harlow | 7", "Dunmere | 4" under "Dead". Rows of other days,
// sources or classes are no parts of one whole, nor is the row that adds up the others.
func rowByRow(fs []*figure) {
	sources := map[string]bool{}
	for _, f := range fs {
		if f.Attribution != "" {
			sources[strings.Join(words(f.Attribution), " ")] = true
		}
	}
	for i, a := range fs {
		if a.Rule != tableRule || a.frame.row != "" || a.frame.electoral() { // votes and seats are told apart by their parties
			continue
		}
		parts := []*figure{a}
		for _, b := range fs[i+1:] {
			if b.doc != a.doc {
				break
			}
			if oneTable(a, b) && b.frame.class == a.frame.class && b.frame.kind == a.frame.kind && b.Attribution == a.Attribution && b.when.day == a.when.day {
				parts = append(parts, b)
			}
		}
		if slices.ContainsFunc(parts, func(f *figure) bool { return !f.frame.placed && sources[rowLabel(f)] || dayLabel(rowLabel(f)) }) {
			continue // who says so, or when
		}
		parts = slices.DeleteFunc(parts, func(f *figure) bool { return addsUpRows(rowLabel(f)) })
		if len(parts) < 2 {
			continue
		}
		for _, f := range parts {
			f.frame.row = rowLabel(f)
		}
	}
}

// sums are labels of rows that add up the others.
var sums = tell.Of("sum-row")

// addsUpRows reports the label of a row that adds up the others: "All Norland", "Grand total".
func addsUpRows(label string) bool {
	ws := strings.Fields(label)
	return len(ws) > 0 && (sums[ws[0]] || sums[ws[len(ws)-1]])
}

// dayLabel reports the label of a row of one day: "Monday", "16 April".
func dayLabel(label string) bool {
	return slices.ContainsFunc(strings.Fields(label), func(w string) bool { return dayLabels[w] })
}

var dayLabels = tell.Of("day-label")

// rowLabel returns the first cell of a figure's row, in small letters.
func rowLabel(f *figure) string {
	label, _, _ := strings.Cut(f.Quote, "|")
	return strings.Join(words(label), " ")
}

// sameRow reports whether two figures can be of one row of a table, or one of a row and the other, told elsewhere, of what the row is of.
func sameRow(a, b *frame) bool {
	switch {
	case a.row == b.row, a.row == "":
		return a.row == b.row || sameRow(b, a)
	case b.row != "":
		return false
	}
	if a.placed && b.place == a.place {
		return true
	}
	return slices.ContainsFunc(contentWords(a.row), func(w string) bool { return slices.Contains(b.near, w) || slices.Contains(b.words, w) })
}
