package fetch

import (
	"os"
	"strings"
	"testing"

	"crosstally/extractors/extractorstest"
)

// Network 23: spellings of one URL.
func TestCanonicalURL(t *testing.T) {
	for raw, want := range map[string]string{
		"HTTP://Example.ORG":                                 "http://example.org/",
		"https://example.org:443/a":                          "https://example.org/a",
		"http://example.org:8080/a":                          "http://example.org:8080/a",
		"https://example.org../a":                            "https://example.org/a",
		"https://example.org./a#part":                        "https://example.org/a",
		" https://example.org/a\n":                           "https://example.org/a",
		"https://example.org/a\n/b":                          "https://example.org/a/b",
		"https://desk:secret@example.org/a":                  "https://example.org/a",
		"https://example.org/a/./b/../c":                     "https://example.org/a/c",
		"https://example.org/a/%2e":                          "https://example.org/a/",
		"https://example.org/a/b/..":                         "https://example.org/a/",
		"https://example.org/../../a":                        "https://example.org/a",
		"https://example.org/%7euser/%41%2f%c3%a9":           "https://example.org/~user/A%2F%C3%A9",
		"https://example.org/é b":                            "https://example.org/%C3%A9%20b",
		"https://example.org/a?utm_source=x&id=3&fbclid=9":   "https://example.org/a?id=3",
		"https://example.org/a?b=2&a=1":                      "https://example.org/a?b=2&a=1",
		"https://example.org/a?utm_medium=rss":               "https://example.org/a",
		"https://example.org/a?q=a%20b&x":                    "https://example.org/a?q=a%20b&x",
		"https://bücher.example/ä":                           "https://xn--bcher-kva.example/%C3%A4",
		"https://example.org//a//b":                          "https://example.org//a//b",
		"https://[2001:DB8::1]:443/":                         "https://[2001:db8::1]/",
		"https://example.org?x=1":                            "https://example.org/?x=1",
		"javascript:alert(1)":                                "",
		"data:text/html,x":                                   "",
		"file:///etc/passwd":                                 "",
		"//example.org/a":                                    "",
		"/a":                                                 "",
		"":                                                   "",
		"http://":                                            "",
		"http:example.org":                                   "",
		"https://example.org/" + strings.Repeat("x", maxURL): "",
		"https://exa mple.org/":                              "",
		"https://example.org/\x00":                           "",
	} {
		got, err := CanonicalURL(raw)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%.80q: got %q, error %v, want %q", raw, got, err, want)
		}
		if want == "" {
			continue
		}
		if again, err := CanonicalURL(got); again != got || err != nil {
			t.Errorf("%q: twice gives %q, error %v", raw, again, err)
		}
	}
}

func TestListsAreSorted(t *testing.T) { extractorstest.CheckLists(t, os.DirFS(".")) }

func FuzzCanonicalURL(f *testing.F) {
	f.Add("https://user@EXAMPLE.org:443/a/../%7e?utm_x=1&b#c")
	f.Fuzz(func(t *testing.T, raw string) {
		got, err := CanonicalURL(raw)
		if err != nil {
			return
		}
		if again, err := CanonicalURL(got); err == nil && again != got {
			t.Errorf("%q gives %q, and that %q", raw, got, again)
		}
		if !strings.HasPrefix(got, "http://") && !strings.HasPrefix(got, "https://") {
			t.Errorf("%q gives %q", raw, got)
		}
	})
}
