package store

import (
	"encoding/binary"
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
}

// unpack reads a value of shape sh into v, which has a shape of its own.
func unpack(raw []byte, sh *shape, v reflect.Value) (err error) {
	u := unpacker{in: raw}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v at byte %d of a packed value", ErrDamaged, r, u.at)
		}
	}()
	size := int(u.uvarint())
	u.text = string(raw[u.at : u.at+size])
	u.at += size
	u.column(sh, 1, []reflect.Value{v})
	if u.text != "" || u.at != len(raw) {
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

// column reads n values into dst, or passes over them where dst is nil.
func (u *unpacker) column(sh *shape, n int, dst []reflect.Value) {
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

func (u *unpacker) fields(sh *shape, n int, dst []reflect.Value) {
	var known *shape
	if dst != nil {
		if known = shapeOf(dst[0].Type()); known.kind != structKind {
			known, dst = nil, nil
		}
	}
	part := make([]reflect.Value, len(dst))
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
			part[j] = v.FieldByIndex(known.index[k])
		}
		u.column(sh.parts[i], n, part)
	}
}

// arrayOf lists the elements of arrays that have the same size as the record's; others are passed over.
func arrayOf(dst []reflect.Value, size int) []reflect.Value {
	if dst == nil || dst[0].Kind() != reflect.Array || dst[0].Len() != size {
		return nil
	}
	return elements(dst)
}

func (u *unpacker) leaves(sh *shape, n int, dst []reflect.Value) {
	switch sh.kind {
	case stringKind:
		for i := range n {
			u.string(i, dst)
		}
	case intKind:
		u.ints(n, func(i int, x int64) {
			if dst == nil {
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
			if f := u.float(); dst != nil {
				dst[i].SetFloat(f)
			}
		}
	case boolKind:
		u.bits(n, func(i int) {
			if dst != nil {
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

func (u *unpacker) pointers(sh *shape, n int, dst []reflect.Value) {
	there := 0
	var sub []reflect.Value
	u.bits(n, func(i int) {
		there++
		if dst != nil {
			dst[i].Set(reflect.New(dst[i].Type().Elem()))
			sub = append(sub, dst[i].Elem())
		}
	})
	u.column(sh.elem, there, sub)
}

func (u *unpacker) lists(sh *shape, n int, dst []reflect.Value) {
	total := 0
	var sub []reflect.Value
	u.ints(n, func(i int, x int64) {
		size := int(x) - 1
		if size < 0 {
			return
		}
		if total += size; total > maxElements {
			panic("a list is too long")
		}
		if dst == nil {
			return
		}
		dst[i].Set(reflect.MakeSlice(dst[i].Type(), size, size))
		for k := range size {
			sub = append(sub, dst[i].Index(k))
		}
	})
	u.column(sh.elem, total, sub)
}

// maxElements bounds what a broken length can ask for.
const maxElements = 1 << 24

func (u *unpacker) string(i int, dst []reflect.Value) {
	at := int(u.uvarint())
	if at == 0 {
		return
	}
	if at == len(u.table)+1 {
		n := int(u.uvarint())
		u.table = append(u.table, u.text[:n])
		u.text = u.text[n:]
	}
	if s := u.table[at-1]; dst != nil {
		setText(dst[i], s)
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
	case v.Kind() == reflect.Slice:
		v.SetBytes([]byte(s))
	default:
		v.SetString(s)
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
	for i := range dst {
		was += uint32(raw[i]) | uint32(raw[n+i])<<8 | uint32(raw[2*n+i])<<16 | uint32(raw[3*n+i])<<24
		dst[i].SetUint(uint64(was))
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
