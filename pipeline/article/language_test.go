package article

import (
	"strings"
	"testing"
)

func TestSpoken(t *testing.T) {
	const (
		english = "The council said on Monday that 40 houses would be pulled down because they had been built too near to the river, and that those who live there will be paid by the state. It was not clear when the work could begin or how long it would take."
		german  = "Der Rat teilte am Montag mit, dass 40 Häuser abgerissen werden, weil sie zu nah am Fluss gebaut wurden, und dass die Bewohner vom Land entschädigt werden. Es blieb offen, wann die Arbeiten beginnen und wie lange sie dauern; die Stadt will im Mai darüber in einer öffentlichen Sitzung beraten."
		spanish = "El consejo dijo el lunes que 40 casas serán derribadas porque fueron construidas demasiado cerca del río, y que el Estado pagará a quienes viven allí. No quedó claro cuándo podrían empezar las obras ni cuánto tiempo durarían, según informó el alcalde a los vecinos en una reunión."
		dutch   = "De raad zei maandag dat 40 huizen worden gesloopt omdat ze te dicht bij de rivier staan, en dat de bewoners door het land worden betaald. Het is nog niet bekend wanneer het werk begint en hoe lang het gaat duren; in mei wordt er in het gemeentehuis over gesproken."
		russian = "Совет сообщил в понедельник, что 40 домов будут снесены, потому что они построены слишком близко к реке."
		scores  = "Rovers 3 United 1. City 0 Athletic 0."
	)
	results := strings.Repeat("1. Ewa Dahl (Poland) 12.41 seconds 2. Mia Brook (Kenya) 12.55 3. Ana Sol (Chile) 12.60 Albany 2 Portland 0 ", 5)
	for _, c := range []struct{ text, declared, want string }{
		{english, "", "en"},
		{english, "en", "en"},
		{english, "de", "en"}, // the language of the template
		{german, "en", "und"},
		{german, "", "und"},
		{german, "de", "de"},
		{spanish, "en", "und"},
		{dutch, "en", "und"},
		{russian, "en", "und"},
		{scores, "en", "en"}, // too short to tell
		{scores, "fr", "fr"},
		{results, "en", "en"}, // names and numbers tell no language
		{strings.ToUpper(english), "", "en"},
	} {
		if got := spoken(c.text, c.declared); got != c.want {
			t.Errorf("spoken(%.40q, declared %q) = %q, want %q", c.text, c.declared, got, c.want)
		}
	}
}
