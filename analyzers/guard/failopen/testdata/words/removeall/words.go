// Package words is found by one word.
package words

import (
	"log"
	"os"
)

type store interface {
	Kept(name string) (bool, error)
}

func clean(s store, name string) error {
	kept, err := s.Kept(name)
	if err != nil { // want `control goes on to os.RemoveAll\(name\)`
		log.Print(err)
	}
	if kept {
		return nil
	}
	return os.RemoveAll(name)
}
