package models

import (
	"io/ioutil"
	"os"
	"path/filepath"
)

func Makes() {
	old, _ := ioutil.TempDir("", "data")
	made, _ := os.MkdirTemp("", "data")
	os.RemoveAll(filepath.Join(old, os.Getenv("NAME")))
	os.RemoveAll(filepath.Join(made, os.Getenv("NAME")))
	os.RemoveAll(filepath.Join(os.TempDir(), os.Getenv("NAME"))) // want `with os.Getenv\("NAME"\) "" removes os.TempDir\(\) itself$`
}
