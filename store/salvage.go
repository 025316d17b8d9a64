package store

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/ruling"
)

// bbolt's file format: a 16-byte page header (id, flags, count, overflow), then 16-byte leaf elements
// (flags, offset from the element, key size, value size).
const (
	pageHeader   = 16
	leafElem     = 16
	bucketHeader = 16
	leafFlag     = 0x02
	metaFlag     = 0x04
	bucketFlag   = 0x01 // of an element
)

// Found is told what a damaged file still holds. A nil function is told nothing.
type Found struct {
	Kept    func(Kept) error // once, before any article
	Article func(claim.Reading, Provenance) error
}

// Kept is what articles do not give again: what people put into a store, and its history.
type Kept struct {
	Rulings   []ruling.Ruling      // by id
	Takedowns []Takedown           // by URL
	Runs      []pipeline.RunRecord // by number, with those of their changes that can be read
}

// Salvage tells of every record of a damaged file whose checksum holds, found page by page without trust in the file's
// trees; the file is only read. Articles come in no order, and some may come twice.
func Salvage(path string, found Found) error {
	h := newHoard()
	if err := eachRecord(path, h.keep); err != nil {
		return fmt.Errorf("salvage %s: %w", path, err)
	}
	if found.Kept != nil {
		if err := found.Kept(h.kept()); err != nil {
			return err
		}
	}
	if found.Article == nil {
		return nil
	}
	return eachRecord(path, func(key, rec []byte) error {
		switch x := recognise(key, rec).(type) {
		case *articleRecord:
			if x.Reading.Article != nil && x.Reading.Article.URL != "" {
				return found.Article(x.Reading, Provenance{Fetched: x.Fetched, Rules: x.Rules})
			}
		case *claim.Reading:
			var p Provenance
			if len(key) == 8 {
				p = h.notes[number(key)]
			}
			return found.Article(*x, p)
		}
		return nil
	})
}

// recognise reads a record of whatever kind; nil for bytes that are none.
func recognise(key, rec []byte) any {
	raw, err := payload(rec)
	if err != nil || len(raw) == 0 {
		return nil
	}
	if raw[0] == '{' {
		return recogniseOld(key, raw)
	}
	f, body, err := open(rec)
	if err != nil {
		return nil
	}
	var v any
	switch f.kind {
	case "article":
		v = &articleRecord{}
	case "ruling":
		v = &ruling.Ruling{}
	case "takedown":
		v = &Takedown{}
	case "run":
		v = &pipeline.RunRecord{}
	case "changes":
		v = &changesRecord{}
	default:
		return nil
	}
	if unpack(body, f.shape, reflect.ValueOf(v).Elem(), nil) != nil {
		return nil
	}
	return v
}

// A hoard gathers what is no article.
type hoard struct {
	notes   map[uint64]Provenance // of a store of layout 1
	rulings map[uint64]ruling.Ruling
	forgot  map[string]Takedown
	runs    map[uint64]pipeline.RunRecord
	changes map[string]changesRecord // by key
}

func newHoard() *hoard {
	return &hoard{notes: map[uint64]Provenance{}, rulings: map[uint64]ruling.Ruling{}, forgot: map[string]Takedown{}, runs: map[uint64]pipeline.RunRecord{}, changes: map[string]changesRecord{}}
}

func (h *hoard) keep(key, rec []byte) error {
	switch x := recognise(key, rec).(type) {
	case *ruling.Ruling:
		if len(key) == 8 && x.ID == number(key) && (h.rulings[x.ID].Undone == nil || x.Undone != nil) { // undone is later
			h.rulings[x.ID] = *x
		}
	case *Provenance:
		if len(key) == 8 && x.Rules > h.notes[number(key)].Rules {
			h.notes[number(key)] = *x
		}
	case *Takedown:
		if x.URL == string(key) {
			h.forgot[x.URL] = *x
		}
	case *pipeline.RunRecord:
		if was, known := h.runs[x.Number]; len(key) == 8 && x.Number == number(key) && (!known || x.Ended.After(was.Ended)) { // freed pages have it as it was
			h.runs[x.Number] = *x
		}
	case *changesRecord:
		if len(key) == 16 {
			h.changes[string(key)] = *x
		}
	}
	return nil
}

func (h *hoard) kept() (k Kept) {
	for _, r := range h.rulings {
		k.Rulings = append(k.Rulings, r)
	}
	for _, n := range h.forgot {
		k.Takedowns = append(k.Takedowns, n)
	}
	lists := map[uint64][][]pipeline.Change{}
	for _, key := range slices.Sorted(maps.Keys(h.changes)) {
		run := number([]byte(key[:8]))
		lists[run] = append(lists[run], h.changes[key].Changes)
	}
	for n, r := range h.runs {
		r.Changes = pipeline.MergeChanges(lists[n]...)
		k.Runs = append(k.Runs, r)
	}
	slices.SortFunc(k.Runs, func(a, b pipeline.RunRecord) int { return cmp.Compare(a.Number, b.Number) })
	slices.SortFunc(k.Rulings, func(a, b ruling.Ruling) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(k.Takedowns, func(a, b Takedown) int { return strings.Compare(a.URL, b.URL) })
	return k
}

// Keep puts what was salvaged into a new store, under the numbers that it had.
func (s *Store) Keep(k Kept) error {
	err := s.update(func(tx *bolt.Tx) error {
		b := tx.Bucket(rulingBucket)
		for _, r := range k.Rulings {
			if err := errors.Join(putRuling(b, r), b.SetSequence(max(b.Sequence(), r.ID))); err != nil {
				return err
			}
		}
		for _, n := range k.Takedowns {
			if err := tx.Bucket(forgottenBucket).Put([]byte(n.URL), seal(n)); err != nil {
				return err
			}
		}
		runs := tx.Bucket(runBucket)
		for _, r := range k.Runs {
			if _, err := putRun(tx, r); err != nil {
				return err
			}
			if err := runs.SetSequence(max(runs.Sequence(), r.Number)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("write %s: %w", s.path, err)
	}
	return nil
}

// eachRecord calls yield for the key and value of every element of every leaf page.
func eachRecord(path string, yield func(key, rec []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	step, size := pageSize(f)
	head := make([]byte, pageHeader)
	for at := int64(0); at+pageHeader <= info.Size(); at += step {
		if _, err := f.ReadAt(head, at); err != nil {
			return err
		}
		if binary.LittleEndian.Uint16(head[8:]) != leafFlag {
			continue
		}
		pages := int64(binary.LittleEndian.Uint32(head[12:])) + 1
		if pages*size > info.Size()-at {
			pages = (info.Size() - at + size - 1) / size
		}
		if pages*size > 1<<30 {
			continue // no record is so large: the header is damaged
		}
		page := make([]byte, min(pages*size, info.Size()-at))
		if _, err := f.ReadAt(page, at); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if err := leaf(page, int(binary.LittleEndian.Uint16(head[10:])), false, yield); err != nil {
			return err
		}
	}
	return nil
}

// pageSize reads the page size from a meta page that is whole enough. Otherwise a page may begin wherever the smallest does, and be
// as large as the largest: what it then reads behind a page's end, no element of the page points to.
func pageSize(f *os.File) (step, size int64) {
	head := make([]byte, metaOffset+64)
	for _, at := range []int64{0, 4096, 8192, 16384, 32768, 65536} {
		if n, _ := f.ReadAt(head, at); n == len(head) && binary.LittleEndian.Uint32(head[metaOffset:]) == boltMagic {
			if s := int64(binary.LittleEndian.Uint32(head[metaOffset+8:])); s >= 512 && s <= 1<<20 {
				return s, s
			}
		}
	}
	return 4096, filePage
}

// leaf yields the elements of one leaf page that lie within it. A small bucket is an element itself: a header, then a page.
func leaf(page []byte, count int, inBucket bool, yield func(key, rec []byte) error) error {
	for i := range count {
		at := pageHeader + i*leafElem
		if at+leafElem > len(page) {
			return nil
		}
		e := page[at:]
		pos, ksize, vsize := int64(binary.LittleEndian.Uint32(e[4:])), int64(binary.LittleEndian.Uint32(e[8:])), int64(binary.LittleEndian.Uint32(e[12:]))
		key := int64(at) + pos
		if key+ksize+vsize > int64(len(page)) || vsize < 5 {
			continue
		}
		val := page[key+ksize : key+ksize+vsize]
		var err error
		if inline := !inBucket && len(val) >= bucketHeader+pageHeader && binary.LittleEndian.Uint32(e)&bucketFlag != 0; inline {
			err = leaf(val[bucketHeader:], int(binary.LittleEndian.Uint16(val[bucketHeader+10:])), true, yield)
		} else {
			err = yield(page[key:key+ksize], val)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
