// Package billy stands for go-billy v6.
package billy

type Basic interface {
	Remove(filename string) error
}
