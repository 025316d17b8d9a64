package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"reflect"
	"time"
)

// unpacker reads columns. What does not fit is an error: a record whose checksum holds was not written like that.
type unpacker struct {
	in    []byte
	at    int
	text  string   // what is left of the strings
	table []string // those read
	peek  bool     // of the elements of a list, read the fields that they have in Go, and stop
	want  []bool   // of the first list, read these elements; nil for all
}

// errEnough ends a look at the first fields.
var errEnough = errors.New("all fields that are wanted are read")

// unpack reads a value of shape sh into v, which has a shape of its own: all of it, or of its first list the elements that are wanted,
// where the others stay empty.
func unpack(raw []byte, sh *shape, v reflect.Value, want []bool) error {
	u := unpacker{in: raw, want: want}
	return u.read(sh, v)
}

// peek reads into v, a struct with a list, what v has of the elements' fields, and nothing behind them.
func peek(raw []byte, sh *shape, v reflect.Value) error {
	u := unpacker{in: raw, peek: true}
	return u.read(sh, v)
}

func (u *unpacker) read(sh *shape, v reflect.Value) (err error) {
	defer func() {
		if r := recover(); r == errEnough {
			err = nil
		} else if r != nil {
			err = fmt.Errorf("%w: %v at byte %d of a packed value", ErrDamaged, r, u.at)
		}
	}()
	size := int(u.uvarint())
	u.text = string(u.in[u.at : u.at+size])
	u.at += size
	u.column(sh, 1, []reflect.Value{v})
	if u.text != "" || u.at != len(u.in) {
		panic("something is left over")
	}
	return nil
}

func (u *unpacker) uvarint() uint64 {
	x, n := binary.Uvarint(u.in[u.at:])
	if n <= 0 {
		panic("bad varint")
	}
	u.at += n
	return x
}

func (u *unpacker) byte() byte {
	u.at++
	return u.in[u.at-1]
}

// column reads n values into dst, or passes over them where dst is nil. It passes over single ones that are no valid reflect.Value.
func (u *unpacker) column(sh *shape, n int, dst []reflect.Value) {
	if !first(dst).IsValid() {
		dst = nil
	}
	switch sh.kind {
	case structKind:
		u.fields(sh, n, dst)
		return
	case arrayKind:
		u.column(sh.elem, n*sh.size, arrayOf(dst, sh.size))
		return
	}
	if u.byte() == 0 {
		return
	}
	u.leaves(sh, n, dst)
}

// first is the first value that is wanted.
func first(dst []reflect.Value) reflect.Value {
	for _, v := range dst {
		if v.IsValid() {
			return v
		}
	}
	return reflect.Value{}
}

func (u *unpacker) fields(sh *shape, n int, dst []reflect.Value) {
	var known *shape
	if dst != nil {
		if known = shapeOf(first(dst).Type()); known.kind != structKind {
			known, dst = nil, nil
		}
	}
	part := make([]reflect.Value, len(dst))
	read := 0
	for i, name := range sh.names {
		k := -1
		if known != nil {
			k = known.field(name, i)
		}
		if k < 0 || !known.parts[k].takes(sh.parts[i]) {
			u.column(sh.parts[i], n, nil)
			continue
		}
		for j, v := range dst {
			if v.IsValid() {
				for _, at := range known.index[k] {
					v = v.Field(at)
				}
				part[j] = v
			}
		}
		u.column(sh.parts[i], n, part)
		if read++; u.peek && read == len(known.names) {
			panic(errEnough)
		}
	}
}

// arrayOf lists the elements of arrays that have the same size as the record's; others are passed over.
func arrayOf(dst []reflect.Value, size int) []reflect.Value {
	if v := first(dst); !v.IsValid() || v.Kind() != reflect.Array || v.Len() != size {
		return nil
	}
	out := make([]reflect.Value, len(dst)*size)
	for i, v := range dst {
		for k := range size {
			if v.IsValid() {
				out[i*size+k] = v.Index(k)
			}
		}
	}
	return out
}

func (u *unpacker) leaves(sh *shape, n int, dst []reflect.Value) {
	switch sh.kind {
	case stringKind:
		u.strings(n, dst)
	case intKind:
		u.ints(n, func(i int, x int64) {
			if dst == nil || !dst[i].IsValid() {
				return
			}
			if dst[i].CanUint() {
				dst[i].SetUint(uint64(x))
			} else {
				dst[i].SetInt(x)
			}
		})
	case wordKind:
		u.words(n, dst)
	case floatKind:
		for i := range n {
			if f := u.float(); dst != nil && dst[i].IsValid() {
				dst[i].SetFloat(f)
			}
		}
	case boolKind:
		u.bits(n, func(i int) {
			if dst != nil && dst[i].IsValid() {
				dst[i].SetBool(true)
			}
		})
	case pointerKind:
		u.pointers(sh, n, dst)
	case listKind:
		u.lists(sh, n, dst)
	default:
		panic("unknown kind")
	}
}

// pointers sets those that are there to elements of one list: to make each alone costs more than all the rest.
func (u *unpacker) pointers(sh *shape, n int, dst []reflect.Value) {
	var there, wanted []int
	u.bits(n, func(i int) {
		if there = append(there, i); dst != nil && dst[i].IsValid() {
			wanted = append(wanted, len(there)-1)
		}
	})
	var sub []reflect.Value
	if len(wanted) > 0 {
		sub = make([]reflect.Value, len(there))
		all := reflect.MakeSlice(reflect.SliceOf(first(dst).Type().Elem()), len(wanted), len(wanted))
		for k, at := range wanted {
			sub[at] = all.Index(k)
			dst[there[at]].Set(sub[at].Addr())
		}
	}
	u.column(sh.elem, len(there), sub)
}

// lists sets lists that are parts of a single one.
func (u *unpacker) lists(sh *shape, n int, dst []reflect.Value) {
	if n > len(u.in)-u.at { // each takes a byte
		panic("lists are cut short")
	}
	sizes := make([]int, n)
	total, wanted := 0, 0
	u.ints(n, func(i int, x int64) {
		sizes[i] = int(x) - 1
		if total += max(sizes[i], 0); total > maxElements {
			panic("a list is too long")
		}
		if dst != nil && dst[i].IsValid() {
			wanted += max(sizes[i], 0)
		}
	})
	var sub []reflect.Value
	if dst != nil {
		sub = make([]reflect.Value, total)
		all := reflect.MakeSlice(first(dst).Type(), wanted, wanted)
		at, used := 0, 0
		for i, size := range sizes {
			if size >= 0 && dst[i].IsValid() {
				dst[i].Set(all.Slice3(used, used+size, used+size))
				for k := range size {
					sub[at+k] = all.Index(used + k)
				}
				used += size
			}
			at += max(size, 0)
		}
	}
	for i, wanted := range u.want {
		if !wanted {
			sub[i] = reflect.Value{}
		}
	}
	u.want = nil
	u.column(sh.elem, total, sub)
}

// maxElements bounds what a broken length can ask for.
const maxElements = 1 << 24

func (u *unpacker) strings(n int, dst []reflect.Value) {
	plain := first(dst).Kind() == reflect.String
	for i := range n {
		at := int(u.uvarint())
		if at == 0 {
			continue
		}
		if at == len(u.table)+1 {
			n := int(u.uvarint())
			u.table = append(u.table, u.text[:n])
			u.text = u.text[n:]
		}
		s := u.table[at-1]
		switch {
		case dst == nil || !dst[i].IsValid():
		case plain:
			dst[i].SetString(s)
		default:
			setText(dst[i], s)
		}
	}
}

func setText(v reflect.Value, s string) {
	switch {
	case v.Type() == timeType:
		t, err := time.Parse(time.RFC3339Nano, s)
		if err != nil {
			panic(err)
		}
		v.Set(reflect.ValueOf(t))
	default:
		v.SetBytes([]byte(s))
	}
}

func (u *unpacker) ints(n int, set func(int, int64)) {
	was := int64(0)
	for i := range n {
		x, k := binary.Varint(u.in[u.at:])
		if k <= 0 {
			panic("bad varint")
		}
		u.at += k
		was += x
		set(i, was)
	}
}

func (u *unpacker) words(n int, dst []reflect.Value) {
	raw := u.in[u.at : u.at+4*n]
	u.at += 4 * n
	was := uint32(0)
	for i, v := range dst {
		was += uint32(raw[i]) | uint32(raw[n+i])<<8 | uint32(raw[2*n+i])<<16 | uint32(raw[3*n+i])<<24
		if v.IsValid() {
			v.SetUint(uint64(was))
		}
	}
}

func (u *unpacker) float() float64 {
	x := u.uvarint()
	if x&1 == 0 {
		x >>= 1
		return float64(int64(x>>1) ^ -int64(x&1))
	}
	u.at += 8
	return math.Float64frombits(binary.LittleEndian.Uint64(u.in[u.at-8:]))
}

func (u *unpacker) bits(n int, set func(int)) {
	raw := u.in[u.at : u.at+(n+7)/8]
	u.at += len(raw)
	for k, b := range raw {
		for ; b != 0; b &= b - 1 {
			set(8*k + bits.TrailingZeros8(b))
		}
	}
}
