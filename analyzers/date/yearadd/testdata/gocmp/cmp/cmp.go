// Package cmp is a stub.
package cmp

func Equal(x, y any) bool { return false }

func Diff(x, y any) string { return "" }
