package dates

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDebug(t *testing.T) {
	f, err := os.ReadFile("/tmp/debug.txt")
	if err != nil {
		t.Skip()
	}
	for _, line := range strings.Split(strings.TrimSpace(string(f)), "\n") {
		pub, text, _ := strings.Cut(line, "|")
		d := document(pub, strings.Split(text, "¶")...)
		fmt.Println(text)
		for i := range d.Sentences {
			s := &d.Sentences[i]
			var b strings.Builder
			for _, k := range s.Tokens {
				fmt.Fprintf(&b, "%s/%s ", k.Text, k.Tag)
			}
			fmt.Println("  ", b.String())
		}
		for _, m := range Extract(d) {
			var s scanner
			s.read(&d.Sentences[m.Sentence])
			fmt.Printf("   -> %q %s %s rel=%s clock=%s tense=%d %s\n", m.Text, m.Kind, m.Value, m.Relation, m.Clock, s.tenseAt(m.From, m.To), m.Rule)
		}
	}
}
