package lists

import (
	"testing"
	"time"

	"crosstally/pipeline/intake"
)

func TestFeedsGoQuiet(t *testing.T) {
	now := time.Date(2026, 5, 10, 3, 0, 0, 0, time.UTC)
	for since, want := range map[time.Duration]string{6 * 24 * time.Hour: FeedOK, 8 * 24 * time.Hour: FeedQuiet} {
		f := feedOf(intake.Note{Key: intake.InputKey("https://desk.example/feed"), Kind: intake.FeedNote, OK: now, LastNew: now.Add(-since)}, now)
		if f.State != want || (f.Since != nil) != (want == FeedQuiet) {
			t.Errorf("nothing new for %v: %+v, want %s", since, f, want)
		}
	}
}

func TestFeedsFail(t *testing.T) {
	now := time.Date(2026, 5, 10, 3, 0, 0, 0, time.UTC)
	f := feedOf(intake.Note{Key: intake.InputKey("https://desk.example/feed"), Kind: intake.FeedNote, Failing: now, Class: "tls", Why: "fetch https://desk.example/feed: certificate has expired"}, now)
	if f.State != FeedFailing || f.Class == nil || *f.Class != "tls" || f.Why != "certificate has expired" || f.LastSuccess != nil {
		t.Errorf("a feed that fails: %+v", f)
	}
}
