package foreign

import (
	"encoding/json"
	"strings"
	"testing"

	"crosstally/pipeline/foreign/foreigntest"
)

func TestNothingShownIsActive(t *testing.T) {
	for _, p := range foreigntest.Payloads() {
		for name, got := range map[string]string{"Shown": Shown(p), "Cell": Cell(p)} {
			if i := strings.IndexFunc(got, active); i >= 0 {
				t.Errorf("%s(%q) = %q: active at %d", name, p, got, i)
			}
		}
	}
	for _, s := range []string{"", "Pādraig said “12”", "a\nb", "Ελλάδα 12 — ok"} {
		if got := Shown(s); got != s {
			t.Errorf("Shown(%q) = %q: plain text must stay", s, got)
		}
	}
}

func TestCellsDoNotCalculate(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1": "'=1+1", "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0", "-2+3": "'-2+3", "@SUM(A1)": "'@SUM(A1)", "\t=1": `\u0009=1`, "\r=1": `\u000d=1`, "\n=1": "'\n=1", " =1": "' =1", "\u00a0+a": "'\u00a0+a",
		"＝1+1": "'＝1+1", "＋1+1": "'＋1+1", "－1+1": "'－1+1", "＠a": "'＠a",
		"-3.5": "-3.5", "+4": "+4", "1e5": "1e5", "": "", "12 died": "12 died", "a=b": "a=b",
	} {
		if got := Cell(in); got != want {
			t.Errorf("Cell(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestJSONReadsBackAsTheSameText(t *testing.T) {
	for _, p := range foreigntest.Payloads() {
		want := string([]rune(p)) // each bad byte one U+FFFD
		raw, err := json.Marshal(map[string]string{"a": p})
		if err != nil {
			t.Fatal(err)
		}
		doc := JSON(raw)
		var got map[string]string
		if err := json.Unmarshal(doc, &got); err != nil || got["a"] != want {
			t.Errorf("%q: read back %q, %v", p, got["a"], err)
		}
		if i := strings.IndexFunc(string(doc), active); i >= 0 {
			t.Errorf("JSON of %q is %q: active at %d", p, doc, i)
		}
	}
}
