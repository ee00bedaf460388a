// Package cli has the signatures of what the check knows.
package cli

// A Context is that of a command.
type Context struct{}

func (c *Context) Bool(name string) bool { return false }
