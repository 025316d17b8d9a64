package lists

import (
	"testing"
	"time"
)

func TestSinceIsARunADateOrAnAge(t *testing.T) {
	now := time.Date(2026, 5, 12, 12, 0, 0, 0, time.UTC)
	for since, want := range map[string]time.Time{
		"2026-05-10": time.Date(2026, 5, 10, 0, 0, 0, 0, time.UTC), "36h": now.Add(-36 * time.Hour), "7d": now.AddDate(0, 0, -7),
		"2026-05-11T06:00:00Z": time.Date(2026, 5, 11, 6, 0, 0, 0, time.UTC),
	} {
		got, err := sinceTime(since, now)
		if err != nil || !got.Equal(want) {
			t.Errorf("%s: got %v, %v", since, got, err)
		}
	}
	if _, err := sinceTime("last week", now); err == nil {
		t.Error("'last week' was taken for a time")
	}
}
