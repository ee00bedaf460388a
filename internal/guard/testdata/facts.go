// Package facts holds functions that are checks, and some that are not.
package facts

import "errors"

type Node struct {
	Protected bool //leapguard:flag format when=false // want Protected:"^flag format when=false$"
	Next      *Node
}

//leapguard:check format n when=true
func Idle(n *Node) (bool, error) { return false, nil } // want Idle:"^check format #0 when=true$"

//leapguard:danger format recv.Next
func (n *Node) Format() {} // want Format:"^danger format recv.Next$"

type Formatter interface {
	//leapguard:danger format n
	Format(n *Node) // want Format:"^danger format #0$"
}

type Disk struct{}

func (Disk) Format(n *Node) {}

func Ready(n *Node) error { // want Ready:"^check format #0 when=nil$"
	if ok, err := Idle(n); err != nil || !ok {
		return errors.New("busy")
	}
	return nil
}

func Free(n *Node) bool { return n != nil && !n.Protected } // want Free:"^check format #0 when=true$"

func Taken(n *Node) bool { return !Free(n) } // want Taken:"^check format #0 when=false$"

func Must(n *Node) { // want Must:"^check format #0 when=$"
	if Taken(n) {
		panic("taken")
	}
}

func MustBoth(a, b *Node) { // want MustBoth:"^check format #0 when=; check format #1.Next when=$"
	Must(a)
	Must(b.Next)
}

func Pick(list []*Node) (*Node, error) { // want Pick:"^yields format #0$"
	for _, n := range list {
		if Free(n) {
			return n, nil
		}
	}
	return nil, errors.New("none")
}

func Filter(list []*Node) (free []*Node) { // want Filter:"^yields format #0$"
	for _, n := range list {
		if Free(n) {
			free = append(free, n)
		}
	}
	return free
}

func All(list []*Node) error { // want All:"^check format #0\\.\\[\\*\\] when=nil$"
	for _, n := range list {
		if err := Ready(n); err != nil {
			return err
		}
	}
	return nil
}

// None of the following is a check of what it is given, but for a part of it.

func Either(a, b *Node) bool { return Free(a) || Free(b) }

func First(list []*Node) bool { return Free(list[0]) }

func Some(list []*Node) bool {
	for _, n := range list {
		if Free(n) {
			return true
		}
	}
	return false
}

func Ignore(n *Node) error {
	_, err := Idle(n)
	return err
}

func Other(n *Node) bool { // want Other:"^check format #0.Next when=true$"
	n = n.Next
	return Free(n) && n.Next != nil
}
