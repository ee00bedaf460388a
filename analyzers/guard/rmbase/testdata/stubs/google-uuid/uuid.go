// Package uuid stands for the UUIDs of Google.
package uuid

type UUID [16]byte

func (uuid UUID) String() string { return "" }

func NewString() string { return "" }
