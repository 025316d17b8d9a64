package intake

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func warcRecord(kind, url, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, len(block), block)
}

func httpResponse(status, header, body string) string {
	return fmt.Sprintf("HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\n%s\r\n%s", status, header, body)
}

func gz(t *testing.T, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// archive holds a page, a chunked page, a gzip-encoded page, a missing page, an image, a request and a revisit.
func archive(t *testing.T) []string {
	chunked := fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(page), page)
	return []string{
		"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\ninfo\r\n\r\n",
		warcRecord("request", "https://a.example/1", "GET / HTTP/1.1\r\n\r\n"),
		warcRecord("response", "https://a.example/1", httpResponse("200 OK", "", page)),
		warcRecord("response", "https://a.example/2", httpResponse("200 OK", "Transfer-Encoding: chunked\r\n", chunked)),
		warcRecord("response", "https://a.example/3", httpResponse("200 OK", "Content-Encoding: gzip\r\n", string(gz(t, page)))),
		warcRecord("response", "https://a.example/4", httpResponse("404 Not Found", "", "gone")),
		warcRecord("response", "https://a.example/5.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
		warcRecord("revisit", "https://a.example/1", ""),
	}
}

func readWARC(t *testing.T, content []byte) (pages, errs []string, known int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.warc.gz")
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	(&Reader{}).Read(context.Background(), []string{path}, func(it Item) bool {
		switch {
		case it.Err != nil:
			errs = append(errs, it.Err.Error())
		case it.Known > 0:
			known++
		case it.Record.HTML != page:
			t.Errorf("%s: page is %q", it.Place, it.Record.HTML)
		default:
			pages = append(pages, it.Record.URL)
		}
		return true
	})
	return pages, errs, known
}

func TestWARCPlainAndByMember(t *testing.T) {
	var members []byte
	for _, r := range archive(t) {
		members = append(members, gz(t, r)...)
	}
	for name, content := range map[string][]byte{"plain": []byte(strings.Join(archive(t), "")), "gzip member for each record": members} {
		pages, errs, known := readWARC(t, content)
		if len(pages) != 3 || len(errs) != 1 || !strings.Contains(errs[0], "404") || known != 1 {
			t.Errorf("%s: pages %v, errors %v, known %d", name, pages, errs, known)
		}
	}
}

func TestWARCCutShortKeepsWhatCameBefore(t *testing.T) {
	whole := strings.Join(archive(t)[:3], "")
	pages, errs, _ := readWARC(t, []byte(whole+warcRecord("response", "https://a.example/9", httpResponse("200 OK", "", page))[:200]))
	if len(pages) != 1 || len(errs) != 1 {
		t.Errorf("plain: pages %v, errors %v", pages, errs)
	}
	var members []byte
	for _, r := range archive(t)[:5] {
		members = append(members, gz(t, r)...)
	}
	pages, errs, _ = readWARC(t, members[:len(members)-12])
	if len(pages) < 2 || len(errs) != 1 {
		t.Errorf("gzip: pages %v, errors %v", pages, errs)
	}
}
