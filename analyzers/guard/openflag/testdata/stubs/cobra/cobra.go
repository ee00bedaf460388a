// Package cobra has the signatures of what the check knows.
package cobra

import "github.com/spf13/pflag"

// A Command is a command.
type Command struct {
	Args func(cmd *Command, args []string) error
	RunE func(cmd *Command, args []string) error
}

func (c *Command) Flags() *pflag.FlagSet { return new(pflag.FlagSet) }

func NoArgs(cmd *Command, args []string) error { return nil }
