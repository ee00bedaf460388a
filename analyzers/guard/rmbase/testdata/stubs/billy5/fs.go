// Package billy stands for go-billy v5.
package billy

type Basic interface {
	Remove(filename string) error
}
