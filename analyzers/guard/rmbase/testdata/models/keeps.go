package models

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
)

func Strings() {
	os.RemoveAll(filepath.Join("data", strings.Clone(os.Getenv("NAME"))))                // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", strings.Replace(os.Getenv("NAME"), " ", "-", 1))) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", strings.ReplaceAll(os.Getenv("NAME"), " ", "-"))) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", strings.ToLower(os.Getenv("NAME"))))              // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", strings.ToUpper(os.Getenv("NAME"))))              // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", strings.Trim(os.Getenv("NAME"), "/")))            // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", strings.TrimLeft(os.Getenv("NAME"), "/")))        // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", strings.TrimPrefix(os.Getenv("NAME"), "/")))      // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", strings.TrimRight(os.Getenv("NAME"), "/")))       // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", strings.TrimSpace(os.Getenv("NAME"))))            // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", strings.TrimSuffix(os.Getenv("NAME"), "/")))      // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
}

func Paths() {
	os.RemoveAll(filepath.Join("data", os.ExpandEnv(os.Getenv("NAME"))))       // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", path.Base(os.Getenv("NAME"))))          // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", path.Clean(os.Getenv("NAME"))))         // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", filepath.Base(os.Getenv("NAME"))))      // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", filepath.Clean(os.Getenv("NAME"))))     // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", filepath.FromSlash(os.Getenv("NAME")))) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", filepath.ToSlash(os.Getenv("NAME"))))   // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
}

func Whole() {
	dir, _ := filepath.Abs(filepath.Join("data", os.Getenv("NAME")))
	os.RemoveAll(dir) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
}

func Escaped() {
	segment, _ := url.PathUnescape(os.Getenv("NAME"))
	value, _ := url.QueryUnescape(os.Getenv("NAME"))
	os.RemoveAll(filepath.Join("data", segment)) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	os.RemoveAll(filepath.Join("data", value))   // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
}
