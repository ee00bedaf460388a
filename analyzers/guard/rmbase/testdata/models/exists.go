package models

import (
	"errors"
	"os"
	"path/filepath"
)

// All but the last stand behind a question which the directory above answers alike.
func Exists() {
	dir := filepath.Join("data", os.Getenv("NAME"))
	if lstat(dir) {
		os.RemoveAll(dir) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	}
	if stat(dir) {
		os.RemoveAll(dir) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	}
	if opens(dir) {
		os.RemoveAll(dir) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	}
	if lists(dir) {
		os.RemoveAll(dir) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	}
	if makes(dir) {
		os.RemoveAll(dir) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	}
	if !missing(dir) {
		os.RemoveAll(dir) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	}
	if !isNotExist(dir) {
		os.RemoveAll(dir) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	}
	if isExist(dir) {
		os.RemoveAll(dir) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	}
	if isDir(dir) {
		os.RemoveAll(dir) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	}
	if links(dir) {
		os.RemoveAll(dir)
	}
}

func lstat(dir string) bool {
	_, err := os.Lstat(dir)
	return err == nil
}

func stat(dir string) bool {
	_, err := os.Stat(dir)
	return err == nil
}

func opens(dir string) bool {
	f, err := os.Open(dir)
	if err != nil {
		return false
	}
	defer f.Close()
	return true
}

func lists(dir string) bool {
	_, err := os.ReadDir(dir)
	return err == nil
}

func makes(dir string) bool {
	return os.MkdirAll(dir, 0o700) == nil
}

func missing(dir string) bool {
	_, err := os.Stat(dir)
	return errors.Is(err, os.ErrNotExist)
}

func isNotExist(dir string) bool {
	_, err := os.Stat(dir)
	return os.IsNotExist(err)
}

func isExist(dir string) bool {
	_, err := os.Stat(dir)
	return os.IsExist(err)
}

func isDir(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && info.IsDir()
}

// links asks what the directory answers otherwise.
func links(dir string) bool {
	_, err := os.Readlink(dir)
	return err == nil
}
