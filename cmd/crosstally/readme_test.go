package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The first thing that a newcomer reads is what the program prints today.
func TestReadmeBeginsWithWhatIsPrinted(t *testing.T) {
	_, transcript, _ := strings.Cut(readme(t), "```\n")
	transcript, _, ok := strings.Cut(transcript, "```\n")
	parts := regexp.MustCompile(`(?m)^\$ crosstally (.*)\n`).FindAllStringSubmatchIndex(transcript, -1)
	if !ok || len(parts) < 2 {
		t.Fatalf("%d commands in %q", len(parts), transcript)
	}
	t.Setenv("COLUMNS", "109")
	t.Setenv("CROSSTALLY_DB", filepath.Join(t.TempDir(), "s.db"))
	t.Chdir("../..")
	for i, at := range parts {
		end := len(transcript)
		if i+1 < len(parts) {
			end = parts[i+1][0]
		}
		var args []string
		for _, a := range strings.Fields(transcript[at[2]:at[3]]) {
			files, err := filepath.Glob(a)
			if err != nil || len(files) == 0 {
				files = []string{a}
			}
			args = append(args, files...)
		}
		if got, want := done(t, args...), transcript[at[1]:end]; got != want {
			t.Errorf("%v prints\n%s\nthe README says\n%s", args, got, want)
		}
	}
}

// Every command stands in the README's table, and helps itself.
func TestReadmeListsTheCommands(t *testing.T) {
	_, table, _ := strings.Cut(readme(t), "## Commands")
	table, _, _ = strings.Cut(table, "INPUT is a feed")
	_, commands, _ := strings.Cut(done(t, "help"), "Available Commands:\n")
	commands, _, _ = strings.Cut(commands, "\n\n")
	for line := range strings.Lines(commands) {
		name := strings.Fields(line)[0]
		if name != "help" && !strings.Contains(table, "`"+name+"`") && !strings.Contains(table, "`"+name+" ") {
			t.Errorf("the README does not list %s", name)
		}
		if text := done(t, name, "--help"); !strings.Contains(text, "Usage:") {
			t.Errorf("%s --help prints %s", name, text)
		}
	}
}
