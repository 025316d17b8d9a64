package names

import "testing"

func TestCountry(t *testing.T) {
	for _, x := range []struct{ place, want string }{
		{"Sudan", "Sudan"}, {"Idaho", "United States"}, {"Aberdeenshire", "United Kingdom"}, {"Aachen", "Germany"}, {"Podgorica", "Montenegro"}, {"Nowhere-on-Sea", ""},
	} {
		if got := Country(x.place); got != x.want {
			t.Errorf("%q: got %q, want %q", x.place, got, x.want)
		}
	}
}
