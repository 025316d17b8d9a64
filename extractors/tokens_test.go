package extractors

import (
	"strings"
	"testing"
)

// tokenExamples are texts and their tokens, parted by single spaces.
var tokenExamples = []struct{ text, want string }{
	{"Nine died.", "Nine died ."},
	{"Al-Hadi, O'Brien and O’Neill", "Al-Hadi , O'Brien and O’Neill"},
	{"the mine's owner", "the mine 's owner"},
	{"the mine’s owners’ plan", "the mine ’s owners ’ plan"},
	{"can't, don’t, they'll, we've, I'd, I'm", "ca n't , do n’t , they 'll , we 've , I 'd , I 'm"},
	{"THEY'RE", "THEY 'RE"},
	{"nine o'clock, rock'n'roll", "nine o'clock , rock'n'roll"},
	{"the ’90s", "the ’ 90s"},
	{"the U.S.-led force and the U.S.'s debt", "the U.S.-led force and the U.S. 's debt"},
	{"“Titanic”’s wreck", "“ Titanic ” ’s wreck"},
	{"at 9 a.m. on Monday.", "at 9 a.m. on Monday ."},
	{"Maj.-Gen. Ruiz", "Maj.-Gen. Ruiz"},
	{"J.Tran and J.K. Mbeki", "J. Tran and J.K. Mbeki"},
	{"a Ph.D. student", "a Ph.D. student"},

	{"``We lost,'' he said. ''All is over.''", "`` We lost , '' he said . '' All is over . ''"},

	{"1,227 people", "1,227 people"},
	{"Rs 1,00,000 and 12,34,567 more", "Rs 1,00,000 and 12,34,567 more"},
	{"in 2019,300 left", "in 2019 , 300 left"},
	{"1,2,3", "1 , 2 , 3"},
	{"1,,000", "1 , , 000"},
	{"1,2345", "1 , 2345"},
	{"7.45am, 6km, 1.4m, 3.5bn", "7.45am , 6km , 1.4m , 3.5bn"},
	{"40km² burned", "40km² burned"},
	{"10-12 or 10–12", "10 - 12 or 10 – 12"},
	{"10m-12m or 5km-10km", "10m - 12m or 5km - 10km"},
	{"a 16-year-old, 7-Eleven, F-16, Covid-19", "a 16-year-old , 7-Eleven , F-16 , Covid-19"},
	{"10-12-year-olds", "10 - 12-year-olds"},
	{"two- and three-year", "two - and three-year"},
	{"$1.4m, £30, €5 and 60%", "$ 1.4m , £ 30 , € 5 and 60 %"},
	{"US$5m, A$3, Sh500,000", "US $ 5m , A $ 3 , Sh500,000"},
	{"9/11, 24/7, 14:30, 3:1", "9/11 , 24/7 , 14:30 , 3:1"},
	{"and/or", "and / or"},
	{"4½ miles, ½ mile, 1⁄2", "4½ miles , ½ mile , 1⁄2"},
	{"40 000, 40\u202f000", "40 000 , 40 000"},
	{"a .22 rifle", "a .22 rifle"},
	{"1.2.3", "1.2.3"},
	{"2026-03-04", "2026 - 03 - 04"},
	{"N+ 30°C", "N + 30 ° C"},
	{"wait... or wait…", "wait ... or wait …"},
	{"#1 and #flood", "# 1 and #flood"},

	{"See https://example.org/a?b=1&c=2.", "See https://example.org/a?b=1&c=2 ."},
	{"(www.example.org/x)", "( www.example.org/x )"},
	{"https://example.org/a_(b)", "https://example.org/a_(b)"},
	{"j.tran+news@mail.example.org, please", "j.tran+news@mail.example.org , please"},
	{"said @port_news yesterday", "said @port_news yesterday"},
	{"Amazon.com and gov.uk, hurt.The", "Amazon.com and gov.uk , hurt . The"},
	{"a@b", "a @ b"},

	{"Vilnius—of", "Vilnius — of"},
	{"Paris–Dakar", "Paris – Dakar"},
	{"pro\u00adtest zero\u200bwidth", "pro\u00adtest zero\u200bwidth"},
	{"\ufeffStart\x00 end", "Start end"},
	{"e\u0301t\u0301e\u0301", "e\u0301t\u0301e\u0301"},
	{"fire 🔥🔥️ out", "fire 🔥 🔥 out"},
	{"bad \xff\xfe bytes\xff", "bad \xff\xfe bytes \xff"},
	{"قال ٣٤ شخصا", "قال ٣٤ شخصا"},
}

func TestTokenExamples(t *testing.T) {
	for _, ex := range tokenExamples {
		var got []string
		for _, tok := range tokenize(ex.text, 0, len(ex.text)) {
			if ex.text[tok.Start:tok.End] != tok.Text {
				t.Errorf("%q: token %q, its bytes %q", ex.text, tok.Text, ex.text[tok.Start:tok.End])
			}
			got = append(got, tok.Text)
		}
		if strings.Join(got, " ") != ex.want {
			t.Errorf("%q:\n got %s\nwant %s", ex.text, strings.Join(got, " "), ex.want)
		}
	}
}

func TestLower(t *testing.T) {
	for text, want := range map[string]string{
		"Osei": "osei", "ÉTÉ": "été", "O’Brien": "o'brien", "“": `"`, "pro\u00adtest": "protest", "Al\u2011Hadi": "al-hadi", "İ": "i", "N’T": "n't",
	} {
		if toks := tokenize(text, 0, len(text)); len(toks) != 1 && text != "N’T" || toks[0].Lower != want && text != "N’T" {
			t.Errorf("%q: %d tokens, Lower %q, want %q", text, len(toks), toks[0].Lower, want)
		}
	}
}

// TestTokensOfPart reads the middle of a text, whose neighbours must not be looked at.
func TestTokensOfPart(t *testing.T) {
	text := "first 12,345 last"
	got := tokenize(text, 6, 9)
	if len(got) != 2 || got[0].Text != "12" || got[1].Text != "," || got[1].Span != (Span{8, 9}) {
		t.Errorf("got %+v", got)
	}
}
