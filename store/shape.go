package store

import (
	_ "embed"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A shape says how a value is packed. It is written as
//
//	name{field:shape,field:shape}  struct, with the names that its fields have in JSON; embedded ones are told field by field
//	[shape  *shape  3=shape        list, pointer, array of three
//	s i w f b                      string (also bytes, and a time as RFC 3339), int, uint32, float64, bool
type shape struct {
	kind  byte
	elem  *shape
	size  int // of an array
	names []string
	parts []*shape
	index [][]int // of the fields in the Go type; nil for a shape that was read
}

const (
	structKind  = '{'
	listKind    = '['
	pointerKind = '*'
	arrayKind   = '='
	stringKind  = 's'
	intKind     = 'i'
	wordKind    = 'w'
	floatKind   = 'f'
	boolKind    = 'b'
)

var timeType = reflect.TypeFor[time.Time]()

var shapes sync.Map // reflect.Type -> *shape

// shapeOf is the shape of a Go type.
func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s := makeShape(t)
	shapes.Store(t, s)
	return s
}

func makeShape(t reflect.Type) *shape {
	switch {
	case t == timeType, t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8:
		return &shape{kind: stringKind}
	}
	switch t.Kind() {
	case reflect.String:
		return &shape{kind: stringKind}
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Uint64:
		return &shape{kind: intKind}
	case reflect.Uint32:
		return &shape{kind: wordKind}
	case reflect.Float64:
		return &shape{kind: floatKind}
	case reflect.Bool:
		return &shape{kind: boolKind}
	case reflect.Pointer:
		return &shape{kind: pointerKind, elem: shapeOf(t.Elem())}
	case reflect.Slice:
		return &shape{kind: listKind, elem: shapeOf(t.Elem())}
	case reflect.Array:
		return &shape{kind: arrayKind, elem: shapeOf(t.Elem()), size: t.Len()}
	case reflect.Struct:
		s := &shape{kind: structKind}
		s.add(t, nil)
		return s
	}
	panic(fmt.Sprintf("a record cannot hold a %v", t)) // a test packs every kind of record
}

// add lists a struct's fields under the names that they have in JSON.
func (s *shape) add(t reflect.Type, under []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(slices.Clone(under), i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-" || !f.IsExported() && !f.Anonymous:
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			s.add(f.Type, at)
		default:
			if name == "" {
				name = f.Name
			}
			s.names, s.parts, s.index = append(s.names, name), append(s.parts, shapeOf(f.Type)), append(s.index, at)
		}
	}
}

// field returns the place of a field, which most often is the one that is guessed; -1 if there is none.
func (s *shape) field(name string, guess int) int {
	if guess < len(s.names) && s.names[guess] == name {
		return guess
	}
	return slices.Index(s.names, name)
}

// takes reports whether a value packed as another shape can be read into this one.
func (s *shape) takes(other *shape) bool {
	if s.kind != other.kind {
		return false
	}
	switch s.kind {
	case listKind, pointerKind, arrayKind:
		return s.elem.takes(other.elem)
	}
	return true
}

func (s *shape) String() string {
	switch s.kind {
	case structKind:
		var parts []string
		for i, n := range s.names {
			parts = append(parts, n+":"+s.parts[i].String())
		}
		return "{" + strings.Join(parts, ",") + "}"
	case listKind, pointerKind:
		return string(s.kind) + s.elem.String()
	case arrayKind:
		return strconv.Itoa(s.size) + "=" + s.elem.String()
	}
	return string(s.kind)
}

// readShape reads what String writes.
func readShape(text string) (*shape, error) {
	s, rest, err := shapeAt(text, 0)
	if err == nil && rest != "" {
		err = fmt.Errorf("%q stands behind a shape", rest)
	}
	return s, err
}

func shapeAt(text string, depth int) (s *shape, rest string, err error) {
	if text == "" || depth > 20 {
		return nil, "", fmt.Errorf("a shape is cut short or too deep")
	}
	s = &shape{kind: text[0]}
	switch rest = text[1:]; s.kind {
	case stringKind, intKind, wordKind, floatKind, boolKind:
		return s, rest, nil
	case listKind, pointerKind:
		s.elem, rest, err = shapeAt(rest, depth+1)
		return s, rest, err
	case structKind:
		return s, rest, s.readFields(&rest, depth)
	}
	size, behind, ok := strings.Cut(text, "=")
	if s.size, err = strconv.Atoi(size); !ok || err != nil || s.size < 1 || s.size > 1<<16 {
		return nil, "", fmt.Errorf("%.20q is no shape", text)
	}
	s.kind = arrayKind
	s.elem, rest, err = shapeAt(behind, depth+1)
	return s, rest, err
}

func (s *shape) readFields(text *string, depth int) (err error) {
	for *text != "" {
		if after, ok := strings.CutPrefix(*text, "}"); ok {
			*text = after
			return nil
		}
		name, rest, ok := strings.Cut(strings.TrimPrefix(*text, ","), ":")
		if !ok {
			break
		}
		var part *shape
		if part, *text, err = shapeAt(rest, depth+1); err != nil {
			return err
		}
		s.names, s.parts = append(s.names, name), append(s.parts, part)
	}
	return fmt.Errorf("a shape is cut short")
}
