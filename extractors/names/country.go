package names

import (
	"strings"
	"sync"

	"crosstally/extractors/lexicon"
)

// A whereabouts is what the lists know of a place.
type whereabouts struct {
	country string
	level   int // 2 a country, 1 a region, 0 a town
	capital bool
}

// placed maps the folded name of a country, region or town to where it lies.
var placed = sync.OnceValue(func() map[string]whereabouts {
	m := map[string]whereabouts{}
	for _, e := range lexicon.Must(lists, "lexicon/countries.tsv", 1) {
		w := whereabouts{country: e.Fields[0], level: 2}
		m[Fold(e.Fields[0])] = w
		if len(e.Fields) > 1 && m[Fold(e.Fields[1])].country == "" {
			m[Fold(e.Fields[1])] = whereabouts{country: e.Fields[0], capital: true}
		}
		if len(e.Fields) > 3 {
			for _, other := range strings.Split(e.Fields[3], "|") {
				m[Fold(other)] = w
			}
		}
	}
	for level, list := range []string{"lexicon/cities.tsv", "lexicon/regions.tsv"} {
		for _, e := range lexicon.Must(lists, list, 2) {
			k := Fold(e.Fields[0])
			if old, known := m[k]; !known || level == 1 && old.level == 0 && old.country == "" {
				m[k] = whereabouts{country: m[Fold(e.Fields[1])].country, level: level, capital: old.capital}
			}
		}
	}
	return m
})

// adjectives maps adjectives and demonyms in small letters to their country.
var adjectives = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, e := range lexicon.Must(lists, "lexicon/countries.tsv", 1) {
		if len(e.Fields) > 2 {
			for _, a := range strings.Split(e.Fields[2], "|") {
				if k := Fold(a); m[k] == "" {
					m[k] = e.Fields[0]
				}
			}
		}
	}
	return m
})

// CountryOf returns the country that an adjective or demonym is of, "" for none: "Netherlands" for "Dutch".
func CountryOf(adjective string) string { return adjectives()[Fold(adjective)] }

// Country returns the country that a listed place lies in, itself for a country, and "" for a place that no list knows or
// that lies in several.
func Country(place string) string { return placed()[Fold(place)].country }

// Level ranks a place: 2 for a country, 1 for a listed region, state, province or county, 0 for a town or what no list knows.
func Level(place string) int { return placed()[Fold(place)].level }

// IsCapital reports whether a listed place is a country's capital.
func IsCapital(place string) bool { return placed()[Fold(place)].capital }
