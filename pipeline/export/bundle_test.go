package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

func TestBundleHoldsTheEvidenceAndLoadsNothing(t *testing.T) {
	in := input(t)
	raw := written(t, "html", in)
	if i := bytes.IndexAny(raw, "\x1b\x07\u202e"); i >= 0 {
		t.Errorf("an active character at byte %d", i)
	}
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if n := doc.Find("script,img,iframe,object,embed,link,base,form,image,foreignObject,style+style").Length(); n > 0 {
		t.Errorf("%d elements that load or run something", n)
	}
	doc.Find("*").Each(func(_ int, s *goquery.Selection) {
		for _, a := range s.Nodes[0].Attr {
			name := strings.ToLower(a.Key)
			if strings.HasPrefix(name, "on") || name == "style" || name == "src" || strings.HasSuffix(name, "href") && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://") {
				t.Errorf("<%s %s=%q>", s.Nodes[0].Data, a.Key, a.Val)
			}
		}
	})
	style := doc.Find("style").Text()
	hash := sha256.Sum256([]byte(style))
	if policy, _ := doc.Find("meta[http-equiv]").Attr("content"); !strings.Contains(policy, base64.StdEncoding.EncodeToString(hash[:])) || !strings.HasPrefix(policy, "default-src 'none'") {
		t.Errorf("the policy %q does not let the style in, or lets in more", policy)
	}
	want := rows(t, in)
	if got := doc.Find("blockquote").Length(); got != len(want) {
		t.Errorf("got %d quotes, want %d", got, len(want))
	}
	text := doc.Text()
	for _, r := range want {
		for _, s := range []string{r.Question, r.Rule, r.Fetched, r.ContentHash, "beef"} {
			if !strings.Contains(text, s) {
				t.Errorf("the bundle lacks %q", s)
			}
		}
	}
	if doc.Find("svg").Length() == 0 || doc.Find("mark").Length() != len(want) {
		t.Errorf("got %d plots, %d marked numbers of %d", doc.Find("svg").Length(), doc.Find("mark").Length(), len(want))
	}
}

func TestBundleOfNothingSaysSo(t *testing.T) {
	if err := Write(&bytes.Buffer{}, "html", Input{Facts: Collect(nil)}); !errors.Is(err, ErrNoFacts) {
		t.Errorf("got %v", err)
	}
}
