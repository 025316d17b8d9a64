package store

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/zstd"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
)

// A record is a CRC-32C (4 bytes) of what follows, then zstd of: the number of its shape in shapes.tsv as a varint, or 0 and the shape
// itself as a string with its length; then the packed value. So every record can be read alone, also by a later program.

// What the records hold that is no type of another package.
type (
	articleRecord struct {
		Reading claim.Reading `json:"reading"`
		Fetched time.Time     `json:"fetched"` // to the second; zero when an earlier program stored it without
		Rules   string        `json:"rules"`
	}
	storyRecord struct {
		Story   reconcile.Story `json:"story"`
		Members []uint64        `json:"members"` // rising
		Strand  uint64          `json:"strand"`  // pipeline.StoryUpdate.Strand
	}
	factsRecord struct {
		Facts []reconcile.Fact `json:"facts"`
	}
	changesRecord struct {
		Changes []pipeline.Change `json:"changes"`
	}
)

// kinds names what records hold, so that salvage knows them without their bucket.
var kinds = map[reflect.Type]string{
	reflect.TypeFor[articleRecord]():      "article",
	reflect.TypeFor[reconcile.Profile]():  "profile",
	reflect.TypeFor[storyRecord]():        "story",
	reflect.TypeFor[factsRecord]():        "facts",
	reflect.TypeFor[pipeline.RunRecord](): "run",
	reflect.TypeFor[changesRecord]():      "changes",
	reflect.TypeFor[ruling.Ruling]():      "ruling",
	reflect.TypeFor[Takedown]():           "takedown",
	reflect.TypeFor[intake.Note]():        "note",
}

// shapes.tsv lists shapes of records under their numbers. A line once released stays: stores hold its number.
//
//go:embed shapes.tsv
var shapeList string

// A form is a kind of record and the shape of its value.
type form struct {
	kind  string
	shape *shape
}

// forms are the listed ones: by number, and the number of each by how it is written.
var forms = sync.OnceValues(func() (map[uint64]form, map[string]uint64) {
	byNumber, numbers := map[uint64]form{}, map[string]uint64{}
	for _, line := range strings.Split(shapeList, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		num, written, _ := strings.Cut(line, "\t")
		n, err := strconv.ParseUint(num, 10, 32)
		f, ferr := readForm(written)
		if err = errors.Join(err, ferr); err != nil || n == 0 || byNumber[n].shape != nil {
			panic(fmt.Sprintf("shapes.tsv, line %q: %v", line, err))
		}
		byNumber[n], numbers[written] = f, n
	}
	return byNumber, numbers
})

func readForm(written string) (f form, err error) {
	at := strings.IndexByte(written, '{')
	if at < 0 {
		return f, fmt.Errorf("%.40q is no shape of a record", written)
	}
	f.kind = written[:at]
	f.shape, err = readShape(written[at:])
	return f, err
}

var written sync.Map // reflect.Type -> []byte, the head of its records

// head is what a record of a type begins with.
func head(t reflect.Type) []byte {
	if h, ok := written.Load(t); ok {
		return h.([]byte)
	}
	kind, ok := kinds[t]
	if !ok {
		panic(fmt.Sprintf("%v is no kind of record", t))
	}
	w := kind + shapeOf(t).String()
	_, numbers := forms()
	h := binary.AppendUvarint(nil, numbers[w])
	if numbers[w] == 0 {
		h = append(binary.AppendUvarint(h, uint64(len(w))), w...)
	}
	written.Store(t, h)
	return h
}

// ErrDamaged is returned for a record whose checksum does not hold, and for a file that is not as it was written.
var ErrDamaged = errors.New("damaged")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var codec = sync.OnceValue(func() (c struct {
	enc *zstd.Encoder
	dec *zstd.Decoder
}) {
	var err error
	if c.enc, err = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderCRC(false), zstd.WithSingleSegment(true)); err != nil {
		panic(err)
	}
	if c.dec, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(256<<20)); err != nil {
		panic(err)
	}
	return c
})

// seal makes a record of v, a struct or a pointer to one.
func seal(v any) []byte {
	val := reflect.Indirect(reflect.ValueOf(v))
	raw := pack(append([]byte(nil), head(val.Type())...), shapeOf(val.Type()), val)
	out := codec().enc.EncodeAll(raw, make([]byte, 4, 4+len(raw)/2))
	binary.BigEndian.PutUint32(out, crc32.Checksum(out[4:], castagnoli))
	return out
}

// unseal reads a record into v.
func unseal(rec []byte, v any) error {
	f, body, err := open(rec)
	if err != nil {
		return err
	}
	return f.read(body, v, nil)
}

// read reads a record that was opened into v; of its first list those elements that are wanted, or all.
func (f form) read(body []byte, v any, want []bool) error {
	val := reflect.ValueOf(v).Elem()
	if err := f.is(kinds[val.Type()]); err != nil {
		return err
	}
	return unpack(body, f.shape, val, want)
}

// is proves that a record is of the kind that belongs in its place.
func (f form) is(kind string) error {
	if f.kind != kind {
		return fmt.Errorf("%w: it holds %q in the place of %q", ErrDamaged, f.kind, kind)
	}
	return nil
}

// open proves a record and returns its form and packed value.
func open(rec []byte) (f form, body []byte, err error) {
	raw, err := payload(rec)
	if err != nil {
		return f, nil, err
	}
	n, k := binary.Uvarint(raw)
	if k <= 0 {
		return f, nil, ErrDamaged
	}
	raw = raw[k:]
	if n > 0 {
		byNumber, _ := forms()
		if f = byNumber[n]; f.shape == nil {
			return f, nil, fmt.Errorf("a record has shape %d, which this program does not know: %w", n, ErrNewerLayout)
		}
		return f, raw, nil
	}
	size, k := binary.Uvarint(raw)
	if k <= 0 || size > uint64(len(raw)-k) {
		return f, nil, ErrDamaged
	}
	if f, err = readForm(string(raw[k : k+int(size)])); err != nil {
		return f, nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	return f, raw[k+int(size):], nil
}

// holds proves a record's checksum.
func holds(rec []byte) bool {
	return len(rec) >= 4 && binary.BigEndian.Uint32(rec) == crc32.Checksum(rec[4:], castagnoli)
}

// payload is what stands behind a record's checksum, unpacked.
func payload(rec []byte) ([]byte, error) {
	if !holds(rec) {
		return nil, ErrDamaged
	}
	raw, err := codec().dec.DecodeAll(rec[4:], nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	return raw, nil
}
