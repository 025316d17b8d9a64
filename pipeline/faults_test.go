package pipeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// faults are what networks, feeds and pages do to a night, each with the tests that hold it.
var faults = []struct{ fault, tests string }{
	{"host not found, refused, reset", "fetch:TestFaultsHaveClasses pipeline:TestHostileNight"},
	{"server that never answers", "fetch:TestSilentServer"},
	{"a byte a second for ever", "fetch:TestSlowBody"},
	{"endless body", "fetch:TestFaultsHaveClasses pipeline:TestHostileNight"},
	{"compression bombs", "fetch:TestDecodeCapsWhatUnpacks"},
	{"wrong Content-Encoding", "fetch:TestDecodeOfWrongLabels"},
	{"wrong Content-Length, broken chunks", "fetch:TestIncompleteBodies"},
	{"redirects in a circle or without end", "fetch:TestRedirects"},
	{"redirect to another scheme", "fetch:TestRedirects"},
	{"redirect to a private address", "fetch:TestPrivateAddressesAreNeverDialled pipeline:TestHostileNight"},
	{"odd spellings of addresses", "fetch:TestPrivateAddressesAreNeverDialled fetch:TestIsPublic"},
	{"DNS rebinding", "fetch:TestPrivateAddressesAreNeverDialled pipeline:TestHostileNight"},
	{"credentials and cookies", "fetch:TestCredentialsStay fetch:TestGet"},
	{"proxies", "fetch:TestProxyTargetIsJudged"},
	{"TLS faults", "fetch:TestTLSFaults pipeline:TestHostileNight"},
	{"header floods, 1xx, HTTP/0.9", "fetch:TestHeaderFaults"},
	{"304 and equal bytes", "fetch:TestConditionalRequests pipeline:TestSecondNightStoresNothing"},
	{"Retry-After", "fetch:TestRetryAfter pipeline:TestRetryAfterHoldsAcrossRuns"},
	{"404, 410, and back again", "pipeline:TestRecheckFindsEditsAndWithdrawals pipeline:TestPageThatComesBack pipeline:TestFailedPagesAreTriedAgain"},
	{"200 for a consent, error, robot-check or log-in page", "article:TestPagesInAnArticlesPlace pipeline:TestFailedPagesAreTriedAgain"},
	{"many feeds on one host, two processes", "fetch:TestHostsAreAskedOneAtATime"},
	{"robots.txt", "fetch:TestRobotsRules fetch:TestRobotsAnswers fetch:TestCrawlDelayIsBounded fetch:TestRobotsPatternIsLinear pipeline:TestRobotsHoldAcrossRuns"},
	{"long and odd URLs", "fetch:TestCanonicalURL fetch:TestFaultsHaveClasses"},
	{"a page that several feeds list", "intake:TestPagesAreVisitedOnce pipeline:TestPageInTwoFeedsIsAskedForOnce"},
	{"one bad source beside others", "intake:TestHostileSourcesHoldUpNoOther pipeline:TestHostileNight"},
	{"no feed in a feed's place", "feed:TestNotAFeed intake:TestPageInAFeedsPlace"},
	{"truncated and broken feeds", "feed:TestBrokenFeedsGiveWholeEntries"},
	{"deep nesting, entities, floods in feeds", "feed:TestHostileFeeds"},
	{"wrong charset labels", "fetch:TestUTF8"},
	{"escapes and control characters in titles", "feed:TestTitlesArePlain"},
	{"GUIDs that are missing, shared or used again", "feed:TestGUIDs pipeline:TestOnlyNewEntriesAreAskedFor"},
	{"dates that are wrong, ambiguous or in the future", "feed:TestDates intake:TestOddDatesAreKeptRawAndFlagged"},
	{"own clock that jumps", "fetch:TestClockThatJumps"},
	{"items edited or withdrawn later", "pipeline:TestRecheckFindsEditsAndWithdrawals crosstally:TestRecheckTellsWhatChanged edit:TestBetween"},
	{"relative and foreign links", "feed:TestResolve"},
	{"nulls and floods in JSON Feed", "feed:TestBrokenFeedsGiveWholeEntries feed:TestHostileFeeds"},
	{"floods of nodes and attributes, deep nesting in pages", "article:TestHostilePages pipeline:TestHostilePagesStayInBudget"},
	{"pages that broke parsers before", "article:TestHostilePages"},
	{"hidden text", "article:TestHiddenAndScriptTextIsNotTaken"},
	{"cells, lists and superscripts that join numbers", "article:TestNumbersNeverJoin"},
	{"unseen characters in numbers and names", "article:TestUnseenCharactersAreDropped"},
	{"late and contradicting charsets of pages", "fetch:TestUTF8"},
	{"boilerplate", "article:TestFurnitureStaysOut"},
	{"meta refresh, frames, canonical links", "article:TestHostilePages article:TestMetadataComesFromTheBestPlace"},
	{"base64, scripts as pages, no body", "article:TestHostilePages"},
	{"stopped and killed runs", "pipeline:TestKilledBatchGoesOnWhereItWas crosstally:TestSignalStopsAfterTheBatch crosstally:TestKilledRunIsCompletedByTheNext crosstally:TestKilledArchiveEndsInTheSameStore"},
}

// Every fault has its tests.
func TestFaultsHaveTests(t *testing.T) {
	folders := map[string]string{"pipeline": ".", "crosstally": "../cmd/crosstally"}
	source := map[string]string{}
	for _, f := range faults {
		for _, name := range strings.Fields(f.tests) {
			pkg, test, _ := strings.Cut(name, ":")
			dir := folders[pkg]
			if dir == "" {
				dir = pkg
			}
			if source[pkg] == "" {
				source[pkg] = testFiles(t, dir)
			}
			if !strings.Contains(source[pkg], fmt.Sprintf("func %s(t *testing.T)", test)) {
				t.Errorf("%s: no test %s", f.fault, name)
			}
		}
	}
}

func testFiles(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no tests in %s: %v", dir, err)
	}
	var all strings.Builder
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(raw)
	}
	return all.String()
}
