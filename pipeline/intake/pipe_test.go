package intake

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A pipe that is named like a file is read as JSONL, whatever its name and size.
func TestPipeIsReadAsLines(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "articles")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Skipf("no named pipes here: %v", err)
	}
	long := strings.Repeat("Nine boats left the harbour. ", 250_000) // together over the limit of a page
	go func() {
		w, err := os.OpenFile(fifo, os.O_WRONLY, 0)
		if err != nil {
			return
		}
		defer w.Close()
		w.WriteString(`{"url":"https://a.example/1","text":"Nine boats left."}` + "\n" + `{"url":"https://a.example/2","text":"` + long + `"}` + "\n")
	}()
	if got := read(&Reader{}, fifo); len(got) != 2 || got[0] != "https://a.example/1" {
		t.Errorf("got %.200q", got)
	}
}
