// Package tests has dates that only tests make.
package tests

import "time"

type file struct{ created string }

func (f file) old(now time.Time) bool { return f.created < now.Format("060102") }
