package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
)

// The README lists the classes of errors, since scripts read them from reports.
func TestReadmeListsTheClassesOfErrors(t *testing.T) {
	_, list, ok := strings.Cut(readme(t), "Classes of errors")
	if !ok {
		t.Fatal("no list of classes")
	}
	list, _, _ = strings.Cut(list, "\n")
	n := 0
	for _, file := range []string{"../../pipeline/fetch/errors.go", "../../pipeline/intake/class.go"} {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(x ast.Node) bool {
			spec, ok := x.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			typ, ok := spec.Type.(*ast.Ident)
			lit, isLit := spec.Values[0].(*ast.BasicLit)
			if !ok || typ.Name != "Class" || !isLit {
				return true
			}
			value, err := strconv.Unquote(lit.Value)
			if n++; err != nil || !strings.Contains(list, "`"+value+"`") {
				t.Errorf("the README does not list %s", value)
			}
			return true
		})
	}
	if n < 20 {
		t.Errorf("found %d classes in the code", n)
	}
}
