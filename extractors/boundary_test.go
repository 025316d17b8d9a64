package extractors_test

import (
	"os"
	"testing"

	"crosstally/extractors/extractorstest"
)

func TestListsAreSorted(t *testing.T) { extractorstest.CheckLists(t, os.DirFS(".")) }
