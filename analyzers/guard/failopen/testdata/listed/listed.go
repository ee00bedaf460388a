// Package listed removes what it finds, and goes on where it finds less.
package listed

import (
	"log"
	"os"
	"path/filepath"
)

type run interface {
	Dirs() ([]string, error)
	Children() ([]run, error)
}

func Remove(r run) error {
	dirs, err := r.Dirs()
	if err != nil {
		log.Print(err)
	}
	children, err := r.Children()
	if err != nil {
		log.Print(err)
	}
	for _, child := range children {
		more, err := child.Dirs()
		if err != nil {
			log.Print(err)
		}
		dirs = append(dirs, more...)
	}
	unique := make(map[string]bool)
	for _, dir := range dirs {
		if dir != "" {
			unique[dir] = true
		}
	}
	for dir := range unique {
		if !filepath.IsAbs(dir) {
			continue
		}
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	return nil
}
