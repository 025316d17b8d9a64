package store

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

var update = flag.Bool("update", false, "list shapes that are new")

// random fills a value with what it can hold.
func random(rng *rand.Rand, v reflect.Value, depth int) {
	if rng.IntN(3) == 0 && depth > 0 && v.Kind() != reflect.Struct {
		return
	}
	switch {
	case v.Type() == timeType:
		v.Set(reflect.ValueOf(time.Unix(rng.Int64N(1<<32), rng.Int64N(1e9)).UTC()))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString([]string{"eight", "Police said „eight“ died.", "https://a.example/1", "x", strings.Repeat("long ", 200)}[rng.IntN(5)])
	case reflect.Int, reflect.Int64, reflect.Int32:
		v.SetInt(rng.Int64() >> (rng.IntN(63)))
	case reflect.Uint64, reflect.Uint32:
		v.SetUint(uint64(rng.Uint32()))
	case reflect.Float64:
		v.SetFloat([]float64{0, math.Copysign(0, -1), 1, -7, 33.33, 1e300, 1 << 53, math.MaxFloat64, 0.1}[rng.IntN(9)])
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		random(rng, v.Elem(), depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), rng.IntN(4), 4))
		for i := range v.Len() {
			random(rng, v.Index(i), depth+1)
		}
	case reflect.Array:
		for i := range v.Len() {
			random(rng, v.Index(i), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Tag.Get("json") != "-" && (f.IsExported() || f.Anonymous) {
				random(rng, v.Field(i), depth+1)
			}
		}
	}
}

// plain is a value as JSON shows it, where no bytes and null bytes are one.
func plain(t *testing.T, v any) string {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestEveryKindOfRecordIsReadAsItWasWritten(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for typ, kind := range kinds {
		for range 60 {
			was, is := reflect.New(typ), reflect.New(typ)
			random(rng, was.Elem(), 0)
			if err := unseal(seal(was.Interface()), is.Interface()); err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			if a, b := plain(t, was.Interface()), plain(t, is.Interface()); a != b {
				t.Fatalf("%s\n was %s\n is  %s", kind, a, b)
			}
		}
	}
}

// A query reads the facts of a block that it keeps as if it had read all.
func TestAQueryReadsOfABlockWhatItKeeps(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 8))
	for range 100 {
		var rec, all factsRecord
		rec.Facts = make([]reconcile.Fact, rng.IntN(factsInBlock))
		for i := range rec.Facts {
			random(rng, reflect.ValueOf(&rec.Facts[i]).Elem(), 1)
			rec.Facts[i].Verdict = []reconcile.Verdict{reconcile.Single, reconcile.Conflict, reconcile.Agree}[rng.IntN(3)]
			rec.Facts[i].Predicate = []string{"die", "injure"}[rng.IntN(2)]
		}
		block := seal(rec)
		if err := unseal(block, &all); err != nil {
			t.Fatal(err)
		}
		for _, q := range []Query{{}, {Verdict: reconcile.Conflict}, {Predicate: "die"}, {Verdict: reconcile.Agree, Predicate: "injure"}, {Verdict: "none"}} {
			want := slices.DeleteFunc(slices.Clone(all.Facts), func(f reconcile.Fact) bool { return !q.keeps(headOf(f)) })
			got, err := readFacts(block, q.keeps)
			if err != nil || len(got) != len(want) || len(want) > 0 && plain(t, got) != plain(t, want) {
				t.Fatalf("%+v: %d facts, want %d; %v\n is  %s\n was %s", q, len(got), len(want), err, plain(t, got), plain(t, want))
			}
		}
	}
}

func TestARecordOfAnotherKindIsNoBlockWithoutFacts(t *testing.T) {
	if fs, err := readFacts(seal(changesRecord{}), Query{Verdict: reconcile.Conflict}.keeps); !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v, %v", fs, err)
	}
}

// Records of a program whose types had other fields: what is known in both is read.
func TestRecordsOfOtherShapesAreRead(t *testing.T) {
	type older struct {
		Gone    []struct{ X, Y string } `json:"gone"`
		Rules   string                  `json:"rules"`
		Reading struct {
			Article *struct {
				Text string   `json:"text"`
				Seen *float64 `json:"seen"`
				URL  string   `json:"url"`
			} `json:"article"`
			Claims []struct {
				Quote string   `json:"quote"`
				Value *float64 `json:"value"`
				Start string   `json:"start"` // a number today
			} `json:"claims"`
		} `json:"reading"`
	}
	kinds[reflect.TypeFor[older]()] = "article"
	defer delete(kinds, reflect.TypeFor[older]())
	var o older
	if err := json.Unmarshal([]byte(`{"gone":[{"X":"a","Y":"b"}],"rules":"r","reading":{"article":{"text":"t","seen":2,"url":"u"},"claims":[{"quote":"q","value":8,"start":"s"},{"quote":"r"}]}}`), &o); err != nil {
		t.Fatal(err)
	}
	var got articleRecord
	if err := unseal(seal(o), &got); err != nil {
		t.Fatal(err)
	}
	if a := got.Reading.Article; got.Rules != "r" || a == nil || a.Text != "t" || a.URL != "u" {
		t.Errorf("got %+v", got)
	}
	if cs := got.Reading.Claims; len(cs) != 2 || cs[0].Quote != "q" || cs[0].Value == nil || *cs[0].Value != 8 || cs[1].Quote != "r" || cs[1].Value != nil {
		t.Errorf("got %+v", cs)
	}
}

// The shapes of today are listed, so that records need not hold them; -update lists new ones.
func TestShapesOfRecordsAreListed(t *testing.T) {
	byNumber, numbers := forms()
	list := shapeList
	var new []string
	for typ, kind := range kinds {
		if w := kind + shapeOf(typ).String(); numbers[w] == 0 {
			new = append(new, w)
		}
	}
	slices.Sort(new)
	for i, w := range new {
		list += fmt.Sprintf("%d\t%s\n", len(byNumber)+i+1, w)
	}
	if len(new) > 0 && *update {
		if err := os.WriteFile("shapes.tsv", []byte(list), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if len(new) > 0 {
		t.Logf("records of these kinds hold their shape themselves; list them with go test ./store -run Shapes -update: %.300q", new)
	}
}

func TestDamagedRecordIsAnErrorAndNoOtherValue(t *testing.T) {
	rec := seal(articleRecord{Reading: reading("u", "eight died", "")})
	for i := range rec {
		bad := append([]byte(nil), rec...)
		bad[i] ^= 0x10
		var r articleRecord
		if err := unseal(bad, &r); !errors.Is(err, ErrDamaged) {
			t.Fatalf("byte %d flipped: got error %v", i, err)
		}
	}
}

// FuzzUnpack: whatever stands behind a checksum, reading it ends.
func FuzzUnpack(f *testing.F) {
	sh := shapeOf(reflect.TypeFor[claim.Reading]())
	f.Add(pack(nil, sh, reflect.ValueOf(claim.Reading{Article: &article.Article{URL: "u", Text: "eight died", Byline: []string{"x", "x"}}})))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, want := range [][]bool{nil, {false, true}} {
			var r claim.Reading
			if err := unpack(raw, sh, reflect.ValueOf(&r).Elem(), want); err != nil && !errors.Is(err, ErrDamaged) {
				t.Fatal(err)
			}
		}
	})
}

// FuzzReadShape: a shape that is read is written alike.
func FuzzReadShape(f *testing.F) {
	f.Add(shapeOf(reflect.TypeFor[articleRecord]()).String())
	f.Fuzz(func(t *testing.T, text string) {
		sh, err := readShape(text)
		if err != nil {
			return
		}
		again, err := readShape(sh.String())
		if err != nil || again.String() != sh.String() {
			t.Fatalf("%q is written as %q and then read as %v, %v", text, sh, again, err)
		}
	})
}
