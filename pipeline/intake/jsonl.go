package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"crosstally/pipeline/article"
)

// maxLine is the longest JSONL line in bytes; a longer one is refused by its number and the rest is read.
const maxLine = 64 << 20

// jsonl reads one record a line; a broken line is an error with its number, and the lines after it are read.
func (w *walk) jsonl(in io.Reader, place string) {
	br := bufio.NewReaderSize(in, 1<<16)
	seen := false
	for line := 1; !w.done; line++ {
		raw, tooLong, err := readLine(br)
		if err != nil && !errors.Is(err, io.EOF) {
			w.fail(place, fmt.Errorf("read %s:%d: %w", place, line, err))
			return
		}
		at := fmt.Sprintf("%s:%d", place, line)
		text := bytes.TrimSpace(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")))
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

// readLine returns the next line without its end; a line over maxLine is skipped and reported.
func readLine(br *bufio.Reader) (line []byte, tooLong bool, err error) {
	for {
		part, err := br.ReadSlice('\n')
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
