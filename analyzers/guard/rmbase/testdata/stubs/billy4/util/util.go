// Package util stands for that of go-billy v4.
package util

import "gopkg.in/src-d/go-billy.v4"

func RemoveAll(fs billy.Basic, path string) error { return nil }
