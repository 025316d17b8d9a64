package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// A tally holds the figures in the order in which they were first counted.
type tally struct {
	order []string
	by    map[string]*figure
}

// A figure is right answers against gold and given ones (F1), or against what was asked (accuracy).
type figure struct {
	f1                 bool
	right, gold, given int
}

func newTally() tally { return tally{by: map[string]*figure{}} }

func (t *tally) count(name string, f figure) {
	x := t.by[name]
	if x == nil {
		x = &figure{f1: f.f1}
		t.by[name] = x
		t.order = append(t.order, name)
	}
	x.right += f.right
	x.gold += f.gold
	x.given += f.given
}

func (t *tally) f1(name string, right, gold, given int) {
	t.count(name, figure{true, right, gold, given})
}
func (t *tally) acc(name string, right, of int) { t.count(name, figure{false, right, of, of}) }

func (t *tally) add(o tally) {
	for _, n := range o.order {
		t.count(n, *o.by[n])
	}
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func (f figure) precision() float64 { return share(f.right, f.given) }
func (f figure) recall() float64    { return share(f.right, f.gold) }

// score is F1 or accuracy.
func (f figure) score() float64 { return share(2*f.right, f.gold+f.given) }

func (t *tally) print(w io.Writer) {
	for _, n := range t.order {
		f := t.by[n]
		if f.f1 {
			fmt.Fprintf(w, "%-14s F1 %.3f  P %.3f  R %.3f   (%d right, %d gold, %d given)\n", n, f.score(), f.precision(), f.recall(), f.right, f.gold, f.given)
		} else {
			fmt.Fprintf(w, "%-14s acc %.3f   (%d of %d)\n", n, f.score(), f.right, f.gold)
		}
	}
}

// slack is how far at most a floor may lie under the measured figure.
const slack = 0.02

// checkFloors compares every figure with its floor: none may lie under it, and a floor that lies too far under is to be raised.
func checkFloors(file string, t tally) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	floors := map[string]float64{}
	sc := bufio.NewScanner(f)
	for line := 1; sc.Scan(); line++ {
		text := sc.Text()
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		name, value, _ := strings.Cut(text, "\t")
		x, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if err != nil || t.by[name] == nil {
			return fmt.Errorf("%s:%d: want a figure's name, a tab and its floor, got %q", file, line, text)
		}
		floors[name] = x
	}
	if err := sc.Err(); err != nil {
		return err
	}
	var bad []string
	for _, n := range t.order {
		floor, ok := floors[n]
		switch got := t.by[n].score(); {
		case !ok:
			bad = append(bad, n+": no floor")
		case got < floor:
			bad = append(bad, fmt.Sprintf("%s: %.3f is under its floor %.3f", n, got, floor))
		case got-floor > slack+1e-9:
			bad = append(bad, fmt.Sprintf("%s: %.3f is more than %.2f over its floor %.3f; raise the floor", n, got, slack, floor))
		}
	}
	if len(bad) > 0 {
		return fmt.Errorf("%s:\n  %s", file, strings.Join(bad, "\n  "))
	}
	return nil
}
