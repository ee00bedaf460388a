package models

import (
	"os"
	"path"
	"path/filepath"
)

func Joins() {
	os.RemoveAll(path.Join("data", os.Getenv("NAME")))     // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", os.Getenv("NAME"))) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
}
