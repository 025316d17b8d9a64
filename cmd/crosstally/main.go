// Command crosstally turns news into facts that can be checked.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"crosstally/extractors/dates"
	"crosstally/extractors/names"
	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// scaffold: extract - ; ingest --db F - ; facts --db F --format jsonl
func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	switch os.Args[1] {
	case "extract":
		for _, r := range records(os.Stdin) {
			x, err := pipeline.Extract(r)
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				continue
			}
			enc.Encode(struct {
				*article.Article
				Blocks any `json:"blocks,omitempty"`
				Names  any `json:"names"`
				Dates  any `json:"dates"`
				Counts any `json:"counts"`
			}{x.Article, nil, append([]names.Mention{}, x.Names...), append([]dates.Mention{}, x.Dates...), append([]claim.Claim{}, x.Claims...)})
		}
	case "ingest":
		f, _ := os.Create(os.Args[3])
		io.Copy(f, os.Stdin)
		f.Close()
	case "facts":
		f, _ := os.Open(os.Args[3])
		var rs []claim.Reading
		for _, r := range records(f) {
			if x, err := pipeline.Extract(r); err == nil {
				rs = append(rs, x)
			}
		}
		for _, f := range reconcile.Reconcile(rs).Facts {
			enc.Encode(f)
		}
	}
}

func records(r io.Reader) (out []article.Record) {
	dec := json.NewDecoder(r)
	for {
		var x article.Record
		if dec.Decode(&x) != nil {
			return
		}
		out = append(out, x)
	}
}
