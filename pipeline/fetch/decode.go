package fetch

import (
	"bufio"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// acceptEncoding is what Decode understands.
const acceptEncoding = "gzip, br, zstd, deflate"

// ErrEncoding is returned for a body that is not what its Content-Encoding says.
var ErrEncoding = errors.New("body does not fit its Content-Encoding")

// Decode undoes a Content-Encoding, reading at most limit decoded bytes: one more is ErrTooLarge, so that a small
// body cannot unpack into a huge one.
func Decode(body io.Reader, encoding string, limit int64) ([]byte, error) {
	source := &remembering{r: body}
	var r io.Reader = source
	codings := strings.Split(encoding, ",")
	for i := len(codings) - 1; i >= 0; i-- { // the last coding was applied last
		var err error
		if r, err = decoder(r, strings.ToLower(strings.TrimSpace(codings[i]))); err != nil {
			return nil, err
		}
	}
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(out)) > limit {
		return nil, fmt.Errorf("%w of %d bytes", ErrTooLarge, limit)
	}
	if source.err != nil { // the line broke, not the coding
		return nil, source.err
	}
	if err != nil && encoding != "" && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("%w %q: %v", ErrEncoding, encoding, err)
	}
	return out, err
}

// remembering keeps the error that its reader ended with, which decoders hide behind their own.
type remembering struct {
	r   io.Reader
	err error
}

func (m *remembering) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	if err != nil && err != io.EOF {
		m.err = err
	}
	return n, err
}

func decoder(r io.Reader, coding string) (io.Reader, error) {
	switch coding {
	case "", "identity":
		return r, nil
	case "gzip", "x-gzip":
		br := bufio.NewReader(r)
		if head, _ := br.Peek(2); len(head) < 2 || head[0] != 0x1f || head[1] != 0x8b {
			return br, nil // servers label plain text as gzip; the bytes tell
		}
		z, err := gzip.NewReader(br)
		if err != nil {
			return nil, fmt.Errorf("%w gzip: %v", ErrEncoding, err)
		}
		return z, nil
	case "deflate":
		br := bufio.NewReader(r)
		if head, _ := br.Peek(1); len(head) == 1 && head[0]&0x0f == 8 { // zlib, as the standard says
			z, err := zlib.NewReader(br)
			if err != nil {
				return nil, fmt.Errorf("%w deflate: %v", ErrEncoding, err)
			}
			return z, nil
		}
		return flate.NewReader(br), nil // bare deflate, as some servers send
	case "br":
		return brotli.NewReader(r), nil
	case "zstd":
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20))
		if err != nil {
			return nil, fmt.Errorf("%w zstd: %v", ErrEncoding, err)
		}
		return z.IOReadCloser(), nil
	}
	return nil, fmt.Errorf("%w: unknown coding %q", ErrEncoding, coding)
}
