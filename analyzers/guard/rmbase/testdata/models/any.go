package models

import (
	"os"
	"path/filepath"
)

func Environment() {
	name := os.Getenv("NAME")
	os.RemoveAll(filepath.Join("data", name)) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	if name != "" {
		os.RemoveAll(filepath.Join("data", name))
	}
}
