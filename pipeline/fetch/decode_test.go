package fetch

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

func packed(t *testing.T, coding, text string) []byte {
	t.Helper()
	var buf bytes.Buffer
	var w io.WriteCloser
	switch coding {
	case "gzip":
		w = gzip.NewWriter(&buf)
	case "deflate":
		w = zlib.NewWriter(&buf)
	case "br":
		w = brotli.NewWriter(&buf)
	case "zstd":
		z, err := zstd.NewWriter(&buf)
		if err != nil {
			t.Fatal(err)
		}
		w = z
	default:
		return []byte(text)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestDecodeUndoesEachCoding(t *testing.T) {
	text := strings.Repeat("Nine boats left the harbour. ", 100)
	for _, coding := range []string{"", "gzip", "deflate", "br", "zstd"} {
		got, err := Decode(bytes.NewReader(packed(t, coding, text)), coding, 1<<20)
		if err != nil || string(got) != text {
			t.Errorf("%s: got %d bytes, error %v", coding, len(got), err)
		}
	}
	twice := packed(t, "br", string(packed(t, "gzip", text)))
	if got, err := Decode(bytes.NewReader(twice), "gzip, br", 1<<20); err != nil || string(got) != text {
		t.Errorf("gzip, br: error %v", err)
	}
}

func TestDecodeCapsWhatUnpacks(t *testing.T) {
	bomb := strings.Repeat("\x00", 10<<20)
	for _, coding := range []string{"", "gzip", "deflate", "br", "zstd"} {
		if _, err := Decode(bytes.NewReader(packed(t, coding, bomb)), coding, 1<<20); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: got error %v, want %v", coding, err, ErrTooLarge)
		}
	}
}

func TestDecodeOfWrongLabels(t *testing.T) {
	if got, err := Decode(strings.NewReader("plain text"), "gzip", 1<<20); err != nil || string(got) != "plain text" {
		t.Errorf("plain text labelled gzip: got %q, %v", got, err)
	}
	if _, err := Decode(strings.NewReader("plain text"), "zstd", 1<<20); err == nil {
		t.Error("plain text labelled zstd: no error")
	}
	cut := packed(t, "gzip", strings.Repeat("Nine boats. ", 1000))
	if _, err := Decode(bytes.NewReader(cut[:len(cut)/2]), "gzip", 1<<20); err == nil {
		t.Error("cut gzip: no error, so half a page would pass as whole")
	}
	if _, err := Decode(strings.NewReader("x"), "snappy", 1<<20); !errors.Is(err, ErrEncoding) {
		t.Errorf("unknown coding: got error %v", err)
	}
}
