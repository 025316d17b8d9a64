package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"crosstally/pipeline/article"
	"crosstally/pipeline/fetch"
)

// gold is a story's gold.json: what a careful reader finds in its pages.
type gold struct {
	Documents []struct {
		File      string   `json:"file"`
		URL       string   `json:"url"`
		Source    string   `json:"source"`
		Published string   `json:"published"`
		Title     string   `json:"title"`
		Derived   any      `json:"derived_from"`
		BodyFirst string   `json:"body_first"`
		BodyLast  string   `json:"body_last"`
		NotBody   []string `json:"not_body"`
	} `json:"documents"`
	Counts []goldCount `json:"counts"`
	Traps  []struct {
		Doc, Surface, Why string
	} `json:"not_counts"`
	Groups []struct {
		ID, Question, Verdict string
	} `json:"groups"`
	Names []struct {
		Doc, Surface, Type string
	} `json:"names"`
	Dates []struct {
		Doc, Surface string
		Value        any
	} `json:"dates"`
}

type goldCount struct {
	number
	Doc         string `json:"doc"`
	Quote       string `json:"quote"`
	Surface     string `json:"surface"`
	Object      string `json:"object"`
	AsOf        string `json:"as_of"`
	Attribution string `json:"attribution"`
	Modality    string `json:"modality"`
	Group       string `json:"group"`
}

// number is a value with its bounds.
type number struct {
	Value       *float64 `json:"value"`
	Lower       *float64 `json:"lower"`
	Upper       *float64 `json:"upper"`
	Approximate bool     `json:"approximate"`
	Unit        string   `json:"unit"`
}

// loadStory reads a folder's gold and its pages as JSONL records; urls maps an article's URL to its file.
func loadStory(dir string) (g gold, records []byte, urls map[string]string, err error) {
	raw, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		return g, nil, nil, err
	}
	if err := json.Unmarshal(raw, &g); err != nil {
		return g, nil, nil, fmt.Errorf("gold.json: %w", err)
	}
	urls = map[string]string{}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	for _, d := range g.Documents {
		page, err := os.ReadFile(filepath.Join(dir, "pages", d.File))
		if err != nil {
			return g, nil, nil, err
		}
		rec := article.Record{URL: d.URL, Source: d.Source, Published: d.Published}
		if strings.HasSuffix(d.File, ".txt") {
			rec.Text, rec.Title = string(page), d.Title
		} else {
			rec.HTML = string(fetch.UTF8(page, ""))
		}
		urls[d.URL] = d.File
		if err := enc.Encode(rec); err != nil {
			return g, nil, nil, err
		}
	}
	return g, buf.Bytes(), urls, nil
}
