//leapguard:ignore-file nosuchcheck reason // want `names "nosuchcheck", which is no check`

// Package edge holds comments in odd places.
//
//leapguard:ignore nosuchcheck reason // want `stands on nothing that it could apply to`
package edge

//leapguard:danger	format	n
func tabs(n *int) {}

//leapguard:dangers format n // want `"dangers" is no verb of leapguard`
func plural(n *int) {}

// A group of declarations has one comment.
//
//leapguard:flag format when=true // want `applies to named struct fields only`
type (
	first  struct{ a, b bool } //leapguard:flag format when=true
	second struct {
		a, b bool //leapguard:flag format when=true
	}
)

func params(
	n *int, //leapguard:flag format when=nil // want `applies to named struct fields only`
) (
	ok bool, //leapguard:check format n when=true // want `applies to functions and methods of interfaces only`
) {
	return n != nil
}

//leapguard:danger format n
func (*second) unnamed(_, n *int) {}

//leapguard:danger format _ // want `names _, which is no parameter`
func blank(_ *int) {}

//leapguard:danger format recv
func param(recv *int) {}

type embedding interface {
	//leapguard:danger format recv // want `applies to functions and methods of interfaces only`
	interface{ Wipe() }
	//leapguard:danger format recv
	Erase()
}

func literals() {
	//leapguard:danger format n // want `applies to functions and methods of interfaces only`
	f := func(n *int) {}
	f(nil)
	for range 3 {
		tabs(nil) /* a remark */ //leapguard:ok format behind another comment
	}
	switch {
	case true: //leapguard:ok format behind a colon // want `waives nothing`
		tabs(nil) //leapguard:ok format the last of its block
	}
	//leapguard:ok format covers the whole statement
	if f != nil {
		tabs(nil)
	}
	func() {
		tabs(nil) //leapguard:ok format inside a literal
	}()
	defer func() { tabs(nil) }() //leapguard:ok format in a deferred literal
}

//leapguard:ok format waives two calls
func two() {
	tabs(nil)
	tabs(nil)
}
