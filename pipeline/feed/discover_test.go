package feed

import "testing"

func TestDiscover(t *testing.T) {
	for page, want := range map[string]string{
		`<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body></body></html>`:                                                                                              "https://a.example/rss",
		`<head><link rel="alternate" type="application/rss+xml" title="Comments Feed" href="/comments/feed"><link rel='ALTERNATE home' type='application/atom+xml; charset=utf-8' href='news.atom'></head>`: "https://a.example/en/news.atom",
		`<head><link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="/a.css"></head>`:                                                                                                "",
		`<body><link rel="alternate" type="application/rss+xml" href="/from-a-comment"></body>`:                                                                                                             "",
		`<head><link rel="alternate" type="application/rss+xml" href="file:///etc/passwd"></head>`:                                                                                                          "",
		"": "",
	} {
		if got := Discover([]byte(page), "https://a.example/en/"); got != want {
			t.Errorf("%s: got %q, want %q", page, got, want)
		}
	}
}
