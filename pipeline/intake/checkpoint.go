package intake

import (
	"io/fs"
	"path/filepath"
	"time"
)

// restless is how old a file must be before its size and time are trusted to say that it has not changed: a clock that ticks
// slowly gives two versions the same time.
const restless = 2 * time.Second

// fileNote returns what earlier runs noted of a local file, and the note that is begun of it now. The earlier one is zero where the
// file is another one since; the new one is nil where nothing can be kept.
func (w *walk) fileNote(path string, info fs.FileInfo, kind NoteKind) (was Note, now *Note) {
	abs, err := filepath.Abs(path)
	if w.r.Memory == nil || err != nil || !info.Mode().IsRegular() || w.now().Sub(info.ModTime()) < restless {
		return Note{}, nil
	}
	key := "file " + abs
	was = w.recall(key)[key]
	if was.Kind != kind || was.Size != info.Size() || was.Changed != info.ModTime().UnixNano() {
		was = Note{}
	}
	return was, &Note{Key: key, Kind: kind, Size: info.Size(), Changed: info.ModTime().UnixNano(), OK: w.now()}
}

// A place is how far an archive has been read.
type place struct {
	offset int64 // in the file
	skip   int64 // unpacked bytes behind offset
	number int   // lines or records before it
}

// archive reads a file of many records from where an earlier run left it. read is told where to begin, and tells where it is.
func (w *walk) archive(path string, info fs.FileInfo, read func(from place, tell func(func() place))) {
	was, note := w.fileNote(path, info, ArchiveNote)
	if note == nil {
		read(place{}, func(func() place) {})
		return
	}
	if was.Pages > 0 {
		w.emit(Item{Place: path, Known: was.Pages})
	}
	if was.Whole || w.done {
		return
	}
	note.Pages, note.Refused = was.Pages, was.Refused
	read(place{was.Offset, was.Skip, was.Number}, func(at func() place) {
		w.mark = func(it *Item) {
			if it.Err == nil {
				note.Pages += max(it.Known, 1)
			}
			p := at()
			note.Offset, note.Skip, note.Number = p.offset, p.skip, p.number
			it.Notes = append(it.Notes, *note)
		}
	})
	w.mark = nil
	note.Whole = true
	w.emit(Item{Place: path, Notes: []Note{*note}})
}
