package store_test

import (
	"path/filepath"
	"testing"

	"crosstally/store"
	"crosstally/store/storetest"
)

func TestConform(t *testing.T) {
	storetest.Conform(t, func(t *testing.T) storetest.Store {
		s, err := store.Create(filepath.Join(t.TempDir(), "s.db"), 0)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	})
}
