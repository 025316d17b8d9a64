package pipeline

import (
	"testing"

	"crosstally/pipeline/article"
)

// A page of another language whose template says "en" is kept, but nothing in it is read as English.
func TestExtractReadsEnglishAlone(t *testing.T) {
	const page = `<html lang="en"><title>Hochwasser</title><body><article><p>Bei dem Hochwasser im Tal starben nach Angaben der Polizei 14 Menschen,
		weitere 30 wurden verletzt. Die Feuerwehr rettete am Montag 120 Bewohner aus ihren Häusern; das Rote Kreuz betreut 400 Personen
		in drei Schulen. Der Minister sprach von einem Schaden in Höhe von 12 Millionen Euro und kündigte rasche Hilfe an.</p></article></body></html>`
	r, err := Extract(article.Record{URL: "https://blatt.example/1", HTML: page})
	if err != nil {
		t.Fatal(err)
	}
	if r.Article.Language != "und" || r.Article.Text == "" {
		t.Errorf("language %q, %d bytes of text; want und and the text", r.Article.Language, len(r.Article.Text))
	}
	if len(r.Claims)+len(r.Names)+len(r.Dates) > 0 {
		t.Errorf("%d claims, %d names, %d dates of a German text, want none", len(r.Claims), len(r.Names), len(r.Dates))
	}
}
