// Package billy stands for go-billy v4.
package billy

type Basic interface {
	Remove(filename string) error
}
