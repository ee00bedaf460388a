// Package generics has flags in generic types.
package generics

import "os"

// A Box holds a value.
type Box[T any] struct {
	value  T
	Pinned bool //leapguard:flag box when=false // want `where Pinned was never set it is false`
}

// Clear empties a box.
//
//leapguard:danger box b
func Clear[T any](b *Box[T]) {
	b.value = *new(T)
}

func clearAll[T any](boxes []*Box[T]) {
	if os.Getenv("ENV") != "prod" { // want `where ENV is not set it differs too, which lets control come to Clear\(b\)`
		for _, b := range boxes {
			Clear(b)
		}
	}
}
