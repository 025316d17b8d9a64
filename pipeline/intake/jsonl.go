package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"crosstally/pipeline/article"
)

// maxLine is the longest JSONL line in bytes; a longer one is refused by its number and the rest is read.
const maxLine = 64 << 20

// jsonl reads one record a line; a broken line is an error with its number, and the lines after it are read.
func (w *walk) jsonl(in io.Reader, place string) {
	w.lines(&lineReader{br: bufio.NewReaderSize(in, 1<<16)}, place)
}

// jsonlFile reads a file from where an earlier run left it.
func (w *walk) jsonlFile(path string, from place, tell func(func() place)) {
	f, err := os.Open(path)
	if err == nil {
		_, err = f.Seek(from.offset, io.SeekStart)
	}
	if err != nil {
		w.fail(path, err)
		return
	}
	defer f.Close()
	l := &lineReader{br: bufio.NewReaderSize(f, 1<<16), at: from}
	tell(func() place { return l.at })
	w.lines(l, path)
}

func (w *walk) lines(l *lineReader, place string) {
	seen := l.at.number > 0
	for !w.done {
		raw, tooLong, err := l.next()
		line := l.at.number
		if err != nil && !errors.Is(err, io.EOF) {
			w.fail(place, fmt.Errorf("read %s:%d: %w", place, line, err))
			return
		}
		at := fmt.Sprintf("%s:%d", place, line)
		text := bytes.TrimSpace(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")))
		if what := packed(raw); what != "" && !seen { // each of its lines would be an error of its own
			w.fail(place, classed(BrokenIn, "read %s: %s", place, what))
			return
		}
		switch {
		case tooLong:
			w.fail(at, classed(Record, "%s: line over %d bytes; part it into records", at, maxLine))
			seen = true
		case len(text) > 0:
			seen = true
			rec, perr := parseRecord(text)
			if perr != nil {
				w.fail(at, classed(Record, "%s: %w", at, perr))
			} else {
				w.emit(Item{Record: rec, Place: at})
			}
		}
		if errors.Is(err, io.EOF) {
			break
		}
	}
	if !seen {
		w.fail(place, classed(Empty, "read %s: no record in it; one JSON object a line was expected", place))
	}
}

// A lineReader reads lines and knows where it is.
type lineReader struct {
	br *bufio.Reader
	at place // behind the last line
}

// next returns the next line without its end; a line over maxLine is skipped and reported.
func (l *lineReader) next() (line []byte, tooLong bool, err error) {
	l.at.number++
	for {
		part, err := l.br.ReadSlice('\n')
		l.at.offset += int64(len(part))
		if len(line)+len(part) > maxLine {
			tooLong = true
			line = line[:0]
		} else if !tooLong {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

func parseRecord(text []byte) (article.Record, error) {
	var rec article.Record
	if err := json.Unmarshal(text, &rec); err != nil {
		if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
			if wrong.Field == "" {
				return rec, fmt.Errorf("a JSON %s where an article's object belongs; the line is skipped", wrong.Value)
			}
			return rec, fmt.Errorf("a JSON %s as %q, where text belongs; the line is skipped", wrong.Value, wrong.Field)
		}
		return rec, fmt.Errorf("broken JSON: %w; the line is skipped", err)
	}
	if rec.HTML == "" && rec.Text == "" {
		return rec, errors.New(`record has neither "html" nor "text"`)
	}
	if rec.URL == "" && rec.HTML == "" {
		return rec, errors.New(`record has no "url"`)
	}
	return rec, nil
}
