package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"crosstally/pipeline/claim"
)

// bbolt's file format: a 16-byte page header (id, flags, count, overflow), then 16-byte leaf elements
// (flags, offset from the element, key size, value size).
const (
	pageHeader = 16
	leafElem   = 16
	leafFlag   = 0x02
	metaFlag   = 0x04
)

// Salvage calls yield for every article of a damaged file whose checksum holds, found page by page without trust in
// the file's trees; the file is only read. Articles come in no order, and some may come twice.
func Salvage(path string, yield func(claim.Reading) error) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("salvage %s: %w", path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("salvage %s: %w", path, err)
	}
	size := pageSize(f)
	head := make([]byte, pageHeader)
	for at := int64(0); at+pageHeader <= info.Size(); at += size {
		if _, err := f.ReadAt(head, at); err != nil {
			return fmt.Errorf("salvage %s: %w", path, err)
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
			return fmt.Errorf("salvage %s: %w", path, err)
		}
		if err := leaf(page, int(binary.LittleEndian.Uint16(head[10:])), yield); err != nil {
			return err
		}
	}
	return nil
}

// pageSize reads the page size from a meta page that is whole enough, else it is the usual one.
func pageSize(f *os.File) int64 {
	head := make([]byte, metaOffset+64)
	for _, at := range []int64{0, 4096, 8192, 16384, 32768, 65536} {
		if n, _ := f.ReadAt(head, at); n == len(head) && binary.LittleEndian.Uint32(head[metaOffset:]) == boltMagic {
			if s := int64(binary.LittleEndian.Uint32(head[metaOffset+8:])); s >= 512 && s <= 1<<20 {
				return s
			}
		}
	}
	return 4096
}

// leaf yields the readings among the elements of one leaf page.
func leaf(page []byte, count int, yield func(claim.Reading) error) error {
	for i := range count {
		at := pageHeader + i*leafElem
		if at+leafElem > len(page) {
			return nil
		}
		e := page[at:]
		pos, ksize, vsize := int64(binary.LittleEndian.Uint32(e[4:])), int64(binary.LittleEndian.Uint32(e[8:])), int64(binary.LittleEndian.Uint32(e[12:]))
		from := int64(at) + pos + ksize
		if from+vsize > int64(len(page)) || vsize < 5 {
			continue
		}
		var r claim.Reading
		if unseal(page[from:from+vsize], &r) != nil || r.Article == nil || r.Article.URL == "" {
			continue
		}
		if err := yield(r); err != nil {
			return err
		}
	}
	return nil
}
