package article

import (
	"errors"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// Read makes an Article of a record.
func Read(r Record) (*Article, error) {
	a := &Article{URL: r.URL, Source: r.Source, Title: r.Title, Published: r.Published, Language: "en"}
	var paras []string
	kinds := []Kind{}
	if r.HTML != "" {
		doc, err := goquery.NewDocumentFromReader(strings.NewReader(r.HTML))
		if err != nil {
			return nil, err
		}
		doc.Find("script,style,nav,header nav,footer,aside,figure,form,noscript").Remove()
		if a.Title == "" {
			a.Title = strings.TrimSpace(doc.Find("h1").First().Text())
		}
		doc.Find("p,li,h2,h3,h4,tr,.text__text__1FZLe").Each(func(_ int, s *goquery.Selection) {
			t := strings.Join(strings.Fields(s.Text()), " ")
			k := Paragraph
			switch goquery.NodeName(s) {
			case "li":
				if s.Find("p").Length() > 0 {
					return
				}
				k = Item
			case "tr":
				k = Row
			case "h2", "h3", "h4":
				k = Heading
			}
			if t != "" {
				paras, kinds = append(paras, t), append(kinds, k)
			}
		})
	} else {
		for _, p := range strings.Split(r.Text, "\n") {
			if p = strings.TrimSpace(p); p != "" {
				paras, kinds = append(paras, p), append(kinds, Paragraph)
			}
		}
	}
	var b strings.Builder
	for i, p := range paras {
		if i > 0 {
			b.WriteString("\n\n")
		}
		a.Blocks = append(a.Blocks, Block{Start: b.Len(), End: b.Len() + len(p), Kind: kinds[i], Header: -1})
		b.WriteString(p)
	}
	a.Text = b.String()
	if a.Text == "" {
		return nil, errors.New("no article text")
	}
	return a, nil
}
