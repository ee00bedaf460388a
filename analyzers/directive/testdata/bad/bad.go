// Package bad holds comments that are wrong.
package bad

import "context"

//leapguard:ignore-file yearadd too late // want `^//leapguard:ignore-file does not stand above the package clause$`

//leapguard:frob n // want `^"frob" is no verb of leapguard$`

//leapguard: danger n // want `^this comment names no verb$`

// leapguard:danger format n // want `^this comment is plain text: a directive begins with //leapguard:, without a space$`

//Leapguard:ok format reason // want `plain text`

/* leapguard:ok format reason */ // want `plain text`

//leapguard:ignore // want `^//leapguard:ignore names no check$`
var a int

//leapguard:ignore nosuchcheck since it is wrong // want `^//leapguard:ignore names "nosuchcheck", which is no check$`
var b int

//leapguard:ignore directive since it is wrong // want `names directive, which is not to be ignored`
var c int

//leapguard:ignore unguarded since it is wrong // want `names unguarded, which only //leapguard:ok waives`
var d int

//leapguard:ignore nosuchcheck // want `gives no reason`
var e int

//leapguard:ignore yearadd, monthadd leap years are fine // want `has a space within the list of checks`
var f int

func block() {
	if a > 0 {
		b++
		//leapguard:ignore nosuchcheck reason // want `stands on nothing that it could apply to`
	} else {
		c++
	}
	d++
	//leapguard:ok format reason // want `^//leapguard:ok stands on no statement or function$`
}

// A Node is destroyed.
type Node struct {
	Name string

	Protected bool  //leapguard:flag format when=nil // want `^//leapguard:flag when=nil does not fit the type bool$`
	Locked    bool  //leapguard:flag format true // want `has "true" in the place of when=V`
	Mode      int   //leapguard:flag Format when=1 // want `has the KIND "Format", which is not of the form`
	Owner     *int  //leapguard:flag format // want `has the form //leapguard:flag KIND when=V`
	Level     Level //leapguard:flag format when=Unknown // want `when=Unknown names no constant`
	Size      int   //leapguard:flag format when="large" // want `when="large" does not fit the type int`
	Weight    uint8 //leapguard:flag format when=256 // want `when=256 does not fit the type uint8`
	Balance   uint  //leapguard:flag format when=-1 // want `when=-1 does not fit the type uint`
	Share     int   //leapguard:flag format when=0.5 // want `when=0.5 does not fit the type int`
	// Busy is true and false.
	//
	//leapguard:flag format when=true
	//leapguard:flag format when=false // want `repeats or contradicts another annotation of Busy`
	Busy bool
	//leapguard:flag format when=true // want `applies to named struct fields only`
	context.Context
}

// A Level is a number.
type Level int

//leapguard:danger format n // want `applies to functions and methods of interfaces only`
var n *Node

//leapguard:danger format // want `has the form //leapguard:danger KIND OBJ`
func missing(n *Node) {}

//leapguard:danger format node // want `names node, which is no parameter`
func unknown(n *Node) {}

//leapguard:danger format #-1 // want `names #-1, which is no parameter`
func negative(n *Node) {}

//leapguard:danger format n.Disk // want `names n\.Disk, but \*Node has no field Disk`
func field(n *Node) {}

//leapguard:danger format any.Name // want `selects a field of any`
func anyField(n *Node) {}

//leapguard:danger format recv // want `names the receiver of a function without one`
func receiver(n *Node) {}

//leapguard:danger format n // want `calls the receiver n, which is recv`
func (n *Node) wipe() {}

//leapguard:danger format n // want `does not stand in the doc comment of detached`

func detached(n *Node) {}

//leapguard:check format n when=true // want `stands on a function without results`
func noResult(n *Node) {}

//leapguard:check format n // want `does not say when=V`
func noWhen(n *Node) bool { return false }

//leapguard:check format n // want `does not say when=V`
func noWhenToo(n *Node) (bool, error) { return false, nil }

//leapguard:check format n when=nonnil // want `can only have when=nil, since the only result is an error`
func nonnil(n *Node) error { return nil }

//leapguard:check format n when=maybe // want `when=maybe names no constant`
func maybe(n *Node) string { return "" }

//leapguard:check format n if=true // want `has "if=true" in the place of when=V`
func when(n *Node) bool { return false }

// Both destroys and checks.
//
//leapguard:danger format n
//leapguard:check format n when=true // want `contradicts the danger of the same kind and object`
func both(n *Node) bool { return false }

//leapguard:check format n when=true
//leapguard:check format n when=false // want `repeats or contradicts another annotation of twice`
func twice(n *Node) bool { return false }

//leapguard:off format n restore=nothing // want `restores by nothing, which is no function of the package, method or result`
func off(n *Node) {}

//leapguard:off format n // want `has the form //leapguard:off KIND OBJ restore=FUNC`
func offForEver(n *Node) {}

// Destroy destroys.
//
//leapguard:danger format n
func Destroy(n *Node) {}

func waivers(n *Node) {
	//leapguard:ok format // want `gives no reason`
	Destroy(n)
	//leapguard:ok Format reason // want `has the form //leapguard:ok KIND reason`
	n.Name = ""
	//leapguard:ok format nothing is destroyed here // want `^//leapguard:ok format waives nothing$`
	n.Name = ""
	Destroy(n) //leapguard:ok erase of another kind // want `waives nothing`
	//leapguard:ok rmbase nothing is removed here // want `^//leapguard:ok rmbase waives nothing$`
	n.Name = ""
}

// Idle needs no waiver.
//
//leapguard:ok format nothing is destroyed here // want `waives nothing`
func Idle(n *Node) bool { return !n.Busy }

//leapguard:ok format reason // want `applies to statements, functions and struct fields only`
type other struct{}
