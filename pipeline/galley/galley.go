// Package galley holds what a run has read until its last article is in: only then is it known which article was taken from which, and a
// figure that was taken over holds as of its origin's day.
//
// In:  readings, one by one. Out: the same readings in the same order, those of copies dated.
//
// Texts beyond some megabytes wait in a file that has no name, so that a run over an archive needs little memory.
package galley

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// held is how many bytes of text wait in memory.
const held = 16 << 20

// A Galley holds readings. Its zero value holds none and is ready for use.
type Galley struct {
	limit  int // of bytes of text in memory; 0 for held
	slips  []slip
	traces []reconcile.Trace
	bytes  int
	file   *os.File
	out    *bufio.Writer
	end    int64 // of what was written
}

// A slip is one reading: in memory, or at a place in the file.
type slip struct {
	reading  *claim.Reading
	from, to int64
	days     map[int]string // of its claims that were taken from another article: the as-of days that they have there
}

// Add takes a reading in. Its error is the file's.
func (g *Galley) Add(r claim.Reading) error {
	g.traces = append(g.traces, reconcile.TraceOf(r))
	if g.bytes += len(r.Article.Text); g.bytes <= cmp.Or(g.limit, held) {
		g.slips = append(g.slips, slip{reading: &r})
		return nil
	}
	if g.file == nil {
		if err := g.open(); err != nil {
			return err
		}
	}
	line, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("keep %s until the run ends: %w", r.Article.URL, err)
	}
	if _, err := g.out.Write(line); err != nil {
		return fmt.Errorf("keep what was read until the run ends, in a temporary file: %w", err)
	}
	g.slips = append(g.slips, slip{from: g.end, to: g.end + int64(len(line))})
	g.end += int64(len(line))
	return nil
}

// open makes the file and takes its name away, so that nothing is left of it whatever ends the run.
func (g *Galley) open() error {
	f, err := os.CreateTemp("", "crosstally-")
	if err != nil {
		return fmt.Errorf("keep what was read until the run ends: %w; set TMPDIR to a folder that can be written to", err)
	}
	os.Remove(f.Name())
	g.file, g.out = f, bufio.NewWriterSize(f, 1<<20)
	return nil
}

// Print calls yield for every reading in the order in which they were added, with the figures of copies dated.
func (g *Galley) Print(yield func(claim.Reading) error) error {
	if g.out != nil {
		if err := g.out.Flush(); err != nil {
			return fmt.Errorf("keep what was read until the run ends, in a temporary file: %w", err)
		}
	}
	for _, kin := range reconcile.Kin(g.traces) {
		if err := g.date(kin); err != nil {
			return err
		}
	}
	for i := range g.slips {
		r, err := g.read(i)
		if err != nil {
			return err
		}
		if err := yield(r); err != nil {
			return err
		}
		g.slips[i].reading = nil
	}
	return nil
}

// date notes the days that the figures of copies have in their origins. The readings themselves are let go: an archive may be copies for
// the most part.
func (g *Galley) date(kin []int) error {
	rs := make([]claim.Reading, len(kin))
	own := make([][]string, len(kin)) // days
	for k, i := range kin {
		r, err := g.read(i)
		if err != nil {
			return err
		}
		rs[k] = r
		for _, c := range r.Claims {
			own[k] = append(own[k], c.AsOf)
		}
	}
	reconcile.DateCopies(rs)
	for k, i := range kin {
		for at, c := range rs[k].Claims {
			if c.AsOf == own[k][at] {
				continue
			}
			if g.slips[i].days == nil {
				g.slips[i].days = map[int]string{}
			}
			g.slips[i].days[at] = c.AsOf
		}
	}
	return nil
}

func (g *Galley) read(i int) (r claim.Reading, err error) {
	s := &g.slips[i]
	if s.reading != nil {
		return *s.reading, nil
	}
	if err := json.NewDecoder(io.NewSectionReader(g.file, s.from, s.to-s.from)).Decode(&r); err != nil {
		return r, fmt.Errorf("read back what was kept in a temporary file: %w", err)
	}
	for at, day := range s.days {
		r.Claims[at].AsOf = day
	}
	return r, nil
}

// Close frees the file.
func (g *Galley) Close() error {
	if g.file == nil {
		return nil
	}
	err := g.file.Close()
	if errors.Is(err, os.ErrClosed) {
		return nil
	}
	return err
}
