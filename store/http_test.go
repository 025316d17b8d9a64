package store

import (
	"path/filepath"
	"testing"
	"time"

	"crosstally/pipeline/intake"
)

func TestNotesOnPagesExpireUnlessRenewed(t *testing.T) {
	s, err := Create(filepath.Join(t.TempDir(), "s.db"), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	day := time.Date(2026, 5, 3, 2, 15, 0, 0, time.UTC)
	page := func(url string, read time.Time) intake.Note {
		return intake.Note{Key: url, Kind: intake.PageNote, First: read, OK: read}
	}
	notes := []intake.Note{page("https://a.example/old", day), page("https://a.example/renewed", day), {Key: "e1", Kind: intake.EntryNote, OK: day},
		{Key: intake.InputKey("https://a.example/feed"), Kind: intake.FeedNote, OK: day}}
	if err := s.Remember(notes); err != nil {
		t.Fatal(err)
	}
	if err := s.Remember([]intake.Note{page("https://a.example/renewed", day.AddDate(0, 1, 0))}); err != nil {
		t.Fatal(err)
	}
	if due, err := s.Due(day.AddDate(0, 0, 2)); err != nil || len(due) != 1 || due[0].Key != "https://a.example/old" {
		t.Errorf("due after two days: %v, %v", due, err)
	}
	if n, err := s.Expire(day.AddDate(0, 0, 10), 100); n != 0 || err != nil {
		t.Errorf("after ten days: %d, %v", n, err)
	}
	if due, err := s.Due(day.AddDate(0, 1, 2)); err != nil || len(due) != 1 || due[0].Key != "https://a.example/renewed" {
		t.Errorf("due: %v, %v", due, err)
	}
	if n, err := s.Expire(day.AddDate(0, 0, 61), 2); n != 2 || err != nil {
		t.Errorf("two at once: %d, %v", n, err)
	}
	if n, err := s.Expire(day.AddDate(0, 0, 61), 2); n != 1 || err != nil {
		t.Errorf("the rest: %d, %v", n, err)
	}
	left, err := s.Recall("https://a.example/old", "https://a.example/renewed", "e1", intake.InputKey("https://a.example/feed"))
	if err != nil || len(left) != 2 || left["https://a.example/renewed"].OK.IsZero() {
		t.Errorf("left: %v, %v", left, err)
	}
}
