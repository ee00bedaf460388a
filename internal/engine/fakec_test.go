package engine

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"
)

// cgoDeclarations use package C in each way that declarations can, bodies left
// out as they are of dependencies.
const cgoDeclarations = `package db

// #include <db.h>
import "C"

import "unsafe"

const (
	OpenReadOnly  = C.OPEN_READONLY
	OpenReadWrite = int(C.OPEN_READWRITE) | 1<<C.SHIFT
	Size          = unsafe.Sizeof(C.struct_page{})
)

type (
	Conn struct {
		db    *C.db
		pages [C.MAX_PAGES]C.uchar
		next  map[C.int]*C.struct_page
	}
	Code     C.int
	Callback func(p unsafe.Pointer, n C.size_t) C.int
)

var (
	version         = C.version()
	limit   C.long  = 3
	empty           = C.EMPTY
	flags           = C.uint(7)
	none            = (*C.db)(nil)
	codes           = []C.int{}
)

func Open(name string) (*Conn, Code) {}

func (c *Conn) raw(n C.int) *C.db {}
`

func TestFakeC(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "db.go", cgoDeclarations, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	u := new(unit)
	u.load.c = fake([]*ast.File{file})
	cfg := &types.Config{
		Importer:         importer{u: u},
		IgnoreFuncBodies: true,
		Error:            func(err error) { t.Error(err) },
	}
	pkg, _ := cfg.Check("db", fset, []*ast.File{file}, nil)
	for name, want := range map[string]string{
		"OpenReadOnly":  "untyped int",
		"OpenReadWrite": "int",
		"Size":          "uintptr",
		"Code":          "db.Code",
		"Open":          "func(name string) (*db.Conn, db.Code)",
		"version":       "int",
		"limit":         "C.C_long",
		"empty":         "int",
		"flags":         "C.C_uint",
		"none":          "*C.C_db",
		"codes":         "[]C.C_int",
	} {
		if obj := pkg.Scope().Lookup(name); obj == nil {
			t.Errorf("%s is not declared", name)
		} else if got := obj.Type().String(); got != want {
			t.Errorf("%s has the type %s, want %s", name, got, want)
		}
	}
	if u := pkg.Scope().Lookup("Code").Type().Underlying(); u != types.Typ[types.Int32] {
		t.Errorf("the underlying type of Code is %s, want int32", u)
	}
}
