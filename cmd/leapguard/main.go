// Leapguard finds three kinds of bug in Go code that have each taken a large
// cloud down: dates that do not exist, certificates that cannot be renewed, and
// destructive operations whose guard is missing.
//
// Usage:
//
//	leapguard [flags] [packages]
//
// Run leapguard --help for the flags, and leapguard rules for the checks. The
// program is also a vet tool: go vet -vettool=$(which leapguard) ./...
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/rule"
)

// The exit codes. Where several apply, exitUsage wins over exitSkipped, and
// that over exitFindings.
const (
	exitClean    = 0
	exitFindings = 1 // findings at or above --fail-on
	exitUsage    = 2 // wrong usage or configuration, interrupt, internal error
	exitSkipped  = 3 // some packages could not be analysed
)

func main() {
	if isVet(os.Args[1:]) {
		vet(analyzers.All())
	}
	engine.TuneMemory()
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	// A second signal ends the process at once.
	context.AfterFunc(ctx, stop)
	a := &app{
		rules:  analyzers.All(),
		stdout: os.Stdout,
		stderr: os.Stderr,
		getenv: os.Getenv,
		now:    time.Now,
	}
	os.Exit(a.main(ctx, os.Args[1:]))
}

// endings returns the signals that end a run in order.
func endings() []os.Signal {
	out := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // as under nohup
		out = append(out, syscall.SIGHUP)
	}
	return out
}

// An app is the command line with what it takes from the system.
type app struct {
	rules          []*rule.Rule
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time
}

// An exitError ends the program with a code, everything having been said.
type exitError int

func (e exitError) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// main runs the command line and returns the exit code.
func (a *app) main(ctx context.Context, args []string) int {
	cmd := a.command()
	cmd.SetArgs(args)
	err := cmd.ExecuteContext(ctx)
	if err == nil {
		return exitClean
	}
	if code, ok := errors.AsType[exitError](err); ok {
		return int(code)
	}
	if ctx.Err() != nil {
		a.complain("interrupted; the findings so far are not printed, since they would depend on the moment")
	} else {
		a.complain(err.Error())
	}
	return exitUsage
}

// complain prints a message of one or more lines on standard error.
func (a *app) complain(message string) {
	for line := range strings.Lines(strings.TrimSpace(message)) {
		fmt.Fprintf(a.stderr, "leapguard: %s\n", strings.TrimRight(line, "\n"))
	}
}
