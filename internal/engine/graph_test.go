package engine

import "testing"

func TestGoCommandError(t *testing.T) {
	for msg, want := range map[string]string{
		"err: exit status 1: stderr: go: no such tool\n": "go: no such tool",
		"err: signal: killed: stderr: ":                  "the go command failed: signal: killed",
		`couldn't run 'go': exec: "go": not found`:       `the go command failed: couldn't run 'go': exec: "go": not found`,
	} {
		if got := goCommandError(msg); got != want {
			t.Errorf("%q is told as %q, want %q", msg, got, want)
		}
	}
}
