// Command eval scores the program on story folders against their gold.json and checks the floors.
//
//	eval [-misses] [-floors fixtures/floors-stories.tsv] STORY_DIR...
//
// It prints precision, recall and F1 for each kind of mention, accuracy for what hangs on matched counts, pairwise F1 of grouping,
// accuracy of verdicts, and precision and recall of conflicts. It exits 1 when a figure lies under its floor.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	misses := flag.Bool("misses", false, "list what was missed, story by story")
	floorFile := flag.String("floors", "", "check figures against this file")
	flag.Parse()
	if err := eval(flag.Args(), *misses, *floorFile); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func eval(dirs []string, misses bool, floorFile string) error {
	if len(dirs) == 0 {
		return fmt.Errorf("no story folder given")
	}
	total := newTally()
	for _, dir := range dirs {
		t, log, err := scoreStory(dir)
		if err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
		total.add(t)
		if misses {
			fmt.Println("== " + filepath.Base(dir))
			for _, l := range log {
				fmt.Println("  " + l)
			}
		}
	}
	total.print(os.Stdout)
	if floorFile == "" {
		return nil
	}
	return checkFloors(floorFile, total)
}
