package names_test

import (
	"testing"

	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
)

func TestRolesPerson(t *testing.T) {
	d := extractorstest.Document("2026-03-04", "", `Hungarian President Ilse Brandt met Portuguese President Duarte Salgado on Monday. Salgado left early.

Tomas Hrabal, the county's health director, was there. So was the mayor of Lisbon, Rita Coelho.

The meeting ended late. Nothing was signed.

Reporters waited outside. The president did not speak.`)
	r := names.ReadRoles(d, names.Extract(d))
	for _, c := range []struct {
		phrase   string
		sentence int
		want     string
	}{
		{"the Hungarian president", 3, "Ilse Brandt"},
		{"Portugal's president", 6, "Duarte Salgado"},
		{"the president", 1, "Duarte Salgado"},
		{"the president", 7, ""}, // either may be meant
		{"the health director", 6, "Tomas Hrabal"},
		{"the director", 6, "Tomas Hrabal"},
		{"the mayor", 6, "Rita Coelho"},
		{"the governor", 6, ""},
		{"the table", 6, ""},
	} {
		if got, ok := r.Person(c.phrase, c.sentence); got != c.want || ok != (c.want != "") {
			t.Errorf("Person(%q, %d) = %q, %v, want %q", c.phrase, c.sentence, got, ok, c.want)
		}
	}
}
