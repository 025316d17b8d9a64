package store

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"crosstally/pipeline/claim"
)

func TestPageTellsHowItCame(t *testing.T) {
	s, _ := create(t)
	before := time.Now().Add(-time.Second)
	r := reading("u", "eight died", "")
	if _, err := s.Put([]claim.Reading{r}); err != nil {
		t.Fatal(err)
	}
	got, p, err := s.Page("u")
	if err != nil || got.Article.Text != "eight died" || p.Content != fmt.Sprintf("%x", contentHash(r.Article)) || p.Rules == "" || p.Fetched.Before(before) {
		t.Errorf("got %+v, %v", p, err)
	}
	if err := s.Replace([]uint64{1}, []claim.Reading{r}); err != nil {
		t.Fatal(err)
	}
	if _, again, err := s.Page("u"); err != nil || !again.Fetched.Equal(p.Fetched) {
		t.Errorf("read anew, it was fetched at %v and is now at %v, %v", p.Fetched, again.Fetched, err)
	}
	if _, _, err := s.Page("v"); !errors.Is(err, ErrNoArticle) {
		t.Errorf("an address that is not stored: %v", err)
	}
}
