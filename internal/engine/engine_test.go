package engine

// Each case is a module. A line that ends in "// !" holds one use of a marked
// object.
var forms = map[string]string{
	"promoted method": `
-- a/a.go --
package a

type Disk struct{}

// leapmark
func (Disk) Wipe() {}
-- mid/mid.go --
package mid

import "example.com/m/a"

type Node struct{ a.Disk }
-- use/use.go --
package use

import "example.com/m/mid"

func f(n mid.Node) {
	n.Wipe() // !
}
`,
	"import alias": `
-- a/a.go --
package a

// leapmark
func Wipe() {}
-- use/use.go --
package use

import disk "example.com/m/a"

func f() {
	disk.Wipe() // !
}
`,
	"dot import": `
-- a/a.go --
package a

// leapmark
func Wipe() {}
-- use/use.go --
package use

import . "example.com/m/a"

func f() {
	Wipe() // !
}
`,
	"type alias and method value": `
-- a/a.go --
package a

type Disk struct{}

// leapmark
func (*Disk) Wipe() {}
-- use/use.go --
package use

import "example.com/m/a"

type D = a.Disk

func f(d *D) func() {
	return d.Wipe // !
}
`,
	"interface call": `
-- a/a.go --
package a

// leapmark
type Wiper interface{ Wipe() }
-- use/use.go --
package use

import "example.com/m/a"

func f(w a.Wiper) {
	w.Wipe() // !
}
`,
	"generic instantiation": `
-- a/a.go --
package a

type Set[T any] struct{}

// leapmark
func (*Set[T]) Clear() {}

// leapmark
func Clear[T any](s *Set[T]) {}
-- use/use.go --
package use

import "example.com/m/a"

func f(s *a.Set[int]) {
	s.Clear() // !
	a.Clear(s) // !
}
`,
	"constant": `
-- a/a.go --
package a

// leapmark
const Key = "key"
-- use/use.go --
package use

import "example.com/m/a"

var k = a.Key // !
`,
	"wrapper two packages away": `
-- a/a.go --
package a

// leapmark
func Wipe() int { return 0 }
-- b/b.go --
package b

import "example.com/m/a"

func Clean() int { return a.Wipe() } // !
-- c/c.go --
package c

import "example.com/m/b"

func Reset() int { return b.Clean() } // !
-- use/use.go --
package use

import "example.com/m/c"

var n = c.Reset() // !
`,
	"intermediate package without triggers": `
-- a/a.go --
package a

type Disk struct{}

// leapmark
func (*Disk) Wipe() {}
-- mid/mid.go --
package mid

import "example.com/m/a"

func Get() *a.Disk { return new(a.Disk) }
-- use/use.go --
package use

import "example.com/m/mid"

func f() {
	mid.Get().Wipe() // !
}
`,
	"in-package test": `
-- a/a.go --
package a

// leapmark
func Wipe() {}
-- a/a_test.go --
package a

import "testing"

func TestWipe(t *testing.T) {
	Wipe() // !
}
-- use/use.go --
package use

import "example.com/m/a"

func f() {
	a.Wipe() // !
}
`,
	"external test calling through a third package": `
-- a/a.go --
package a

// leapmark
func Wipe() {}
-- a/export_test.go --
package a

// leapmark
func WipeForTest() {}
-- a/a_test.go --
package a_test

import (
	"testing"

	"example.com/m/a"
	"example.com/m/third"
)

func TestWipe(t *testing.T) {
	third.Clean() // !
	a.Wipe() // !
	a.WipeForTest() // !
}
-- third/third.go --
package third

import "example.com/m/a"

// leapmark
func Clean() {
	a.Wipe() // !
}
`,
	"go.work": `
-- go.work --
go 1.26

use (
	./m
	./n
)
-- m/go.mod --
module example.com/m

go 1.26
-- m/a.go --
package m

// leapmark
func Wipe() {}
-- n/go.mod --
module example.com/n

go 1.26
-- n/use.go --
package n

import "example.com/m"

func f() {
	m.Wipe() // !
}
`,
	"vendored modules": `
-- go.mod --
module example.com/m

go 1.26

require example.org/dep v1.0.0
-- vendor/modules.txt --
# example.org/dep v1.0.0
## explicit; go 1.21
example.org/dep
-- vendor/example.org/dep/dep.go --
package dep

// leapmark
func Wipe() {}
-- a/a.go --
package a

import "example.org/dep"

// leapmark
func Wipe() {
	dep.Wipe()
}
-- use/use.go --
package use

import "example.com/m/a"

func f() {
	a.Wipe() // !
}
`,
	"cgo as target and as dependency": `
-- a/a.go --
package a

// static int one(void) { return 1; }
import "C"

type Handle struct{ n C.int }

// leapmark
func Wipe() Handle { return Handle{C.one()} }

func f() {
	Wipe() // !
}
-- b/b.go --
package b

// typedef struct { int n; } pair;
import "C"

type Pair C.pair

func New() *Pair { return &Pair{n: 1} }
-- use/use.go --
package use

import (
	"example.com/m/a"
	"example.com/m/b"
)

func f() {
	_ = b.New()
	_ = a.Wipe() // !
}
`,
	"tests that do not type-check": `
-- a/a.go --
package a

// leapmark
func Wipe() {}

func f() {
	Wipe() // !
}
-- a/a_test.go --
package a

import "example.org/nope"

func g() {
	Wipe(1)
	nope.Ask()
	undefined()
}
-- use/use.go --
package use

import "example.com/m/a"

func f() {
	a.Wipe() // !
}
`,
	"a broken package beside one with a finding": `
-- a/a.go --
package a

// leapmark
func Wipe() {}
-- broken/broken.go --
package broken

// leapmark
func Also() {}

func f() { undefined() }
-- use/use.go --
package use

import "example.com/m/a"
import "example.com/m/broken"

func f() {
	defer func() { recover() }()
	broken.Also()
	a.Wipe() // !
}
`,
}
