// Package xid stands for XIDs.
package xid

type ID [12]byte

func (id ID) String() string { return "" }
