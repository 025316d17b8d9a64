package store

import (
	"encoding/binary"
	"math"
	"reflect"
	"time"
)

// A record's value is packed by column: all first fields of a list's elements, then all second ones, and so on down. Values of one
// field are alike, and most are empty, so that this takes a fraction of JSON's room and time. What is packed is what JSON would
// show, under the same names; a field that a program does not know is passed over, one that a record lacks stays empty.
//
//	string   varint: 0 for "", else its place in the record's table of strings; a new one is followed by its length; the bytes
//	         of all stand, in this order, before the columns
//	int      zigzag varint of the difference to the one before it in the column
//	uint32   difference to the one before it, all lowest bytes first, then the next, four in all
//	float64  varint: 1 and eight bytes, or twice the zigzag of a whole number
//	bool     a bit
//	pointer  bits that say which are there, then a column of those
//	list     an int column of lengths and 1, 0 for none, then a column of all elements
//
// A leaf column begins with 0 if all its values are empty, and then holds nothing more; else with 1.

// packer writes columns.
type packer struct {
	out   []byte
	text  []byte // new strings
	table map[string]uint64
}

// pack appends v, whose shape is sh, to dst.
func pack(dst []byte, sh *shape, v reflect.Value) []byte {
	p := packer{table: map[string]uint64{}}
	p.column(sh, []reflect.Value{v})
	dst = binary.AppendUvarint(dst, uint64(len(p.text)))
	return append(append(dst, p.text...), p.out...)
}

func (p *packer) uvarint(x uint64) { p.out = binary.AppendUvarint(p.out, x) }

func (p *packer) column(sh *shape, vals []reflect.Value) {
	switch sh.kind {
	case structKind:
		part := make([]reflect.Value, len(vals))
		for i, sub := range sh.parts {
			for k, v := range vals {
				part[k] = v.FieldByIndex(sh.index[i])
			}
			p.column(sub, part)
		}
		return
	case arrayKind:
		p.column(sh.elem, elements(vals))
		return
	}
	empty := true
	for _, v := range vals {
		if empty = v.IsZero() && !(sh.kind == floatKind && math.Signbit(v.Float())); !empty { // -0 is kept
			break
		}
	}
	if empty {
		p.out = append(p.out, 0)
		return
	}
	p.out = append(p.out, 1)
	p.leaves(sh, vals)
}

func (p *packer) leaves(sh *shape, vals []reflect.Value) {
	switch sh.kind {
	case stringKind:
		for _, v := range vals {
			p.string(text(v))
		}
	case intKind:
		p.ints(len(vals), func(i int) int64 { return integer(vals[i]) })
	case wordKind:
		p.words(vals)
	case floatKind:
		for _, v := range vals {
			p.float(v.Float())
		}
	case boolKind:
		p.bits(len(vals), func(i int) bool { return vals[i].Bool() })
	case pointerKind:
		p.bits(len(vals), func(i int) bool { return !vals[i].IsNil() })
		var there []reflect.Value
		for _, v := range vals {
			if !v.IsNil() {
				there = append(there, v.Elem())
			}
		}
		p.column(sh.elem, there)
	case listKind:
		p.ints(len(vals), func(i int) int64 {
			if vals[i].IsNil() {
				return 0
			}
			return int64(vals[i].Len()) + 1
		})
		p.column(sh.elem, elements(vals))
	}
}

func elements(lists []reflect.Value) (out []reflect.Value) {
	for _, v := range lists {
		for i := range v.Len() {
			out = append(out, v.Index(i))
		}
	}
	return out
}

func (p *packer) string(s string) {
	if s == "" {
		p.out = append(p.out, 0)
		return
	}
	at, known := p.table[s]
	if !known {
		at = uint64(len(p.table)) + 1
		p.table[s] = at
		p.text = append(p.text, s...)
	}
	p.uvarint(at)
	if !known {
		p.uvarint(uint64(len(s)))
	}
}

func (p *packer) ints(n int, at func(int) int64) {
	was := int64(0)
	for i := range n {
		x := at(i)
		p.out = binary.AppendVarint(p.out, x-was)
		was = x
	}
}

func (p *packer) words(vals []reflect.Value) {
	n := len(vals)
	at := len(p.out)
	p.out = append(p.out, make([]byte, 4*n)...)
	was := uint32(0)
	for i, v := range vals {
		x := uint32(v.Uint())
		for k := range 4 {
			p.out[at+k*n+i] = byte((x - was) >> (8 * k))
		}
		was = x
	}
}

func (p *packer) float(f float64) {
	if f == math.Trunc(f) && math.Abs(f) < 1<<52 && !(f == 0 && math.Signbit(f)) {
		n := int64(f)
		p.uvarint((uint64(n<<1) ^ uint64(n>>63)) << 1)
		return
	}
	p.out = append(p.out, 1)
	p.out = binary.LittleEndian.AppendUint64(p.out, math.Float64bits(f))
}

func (p *packer) bits(n int, at func(int) bool) {
	from := len(p.out)
	p.out = append(p.out, make([]byte, (n+7)/8)...)
	for i := range n {
		if at(i) {
			p.out[from+i/8] |= 1 << (i % 8)
		}
	}
}

// text is the string of a value that is packed as one.
func text(v reflect.Value) string {
	switch {
	case v.Type() == timeType:
		if t := v.Interface().(time.Time); !t.IsZero() {
			return t.Format(time.RFC3339Nano)
		}
		return ""
	case v.Kind() == reflect.Slice:
		return string(v.Bytes())
	}
	return v.String()
}

func integer(v reflect.Value) int64 {
	if v.CanUint() {
		return int64(v.Uint())
	}
	return v.Int()
}
