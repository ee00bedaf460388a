// Package words is found by one word.
package words

import "log"

type store interface {
	Kept(name string) (bool, error)
	DeleteWithOptions(name string) error
}

func clean(s store, name string) error {
	kept, err := s.Kept(name)
	if err != nil { // want `control goes on to s.DeleteWithOptions\(name\)`
		log.Print(err)
	}
	if kept {
		return nil
	}
	return s.DeleteWithOptions(name)
}
