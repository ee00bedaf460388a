package integration

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// sharedDir is where programs lie that several tests run.
var sharedDir string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "leapguard-integration")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	sharedDir = dir
	return m.Run()
}

// A shared value is made by the first test that needs it.
type shared[T any] struct {
	once  sync.Once
	made  bool
	value T
}

func (s *shared[T]) get(t *testing.T, make func() T) T {
	t.Helper()
	s.once.Do(func() {
		s.value = make()
		s.made = true
	})
	if !s.made {
		t.Fatal("another test has failed to make what this one needs")
	}
	return s.value
}

var command, golangci shared[string]

// build builds leapguard and returns the name of the program.
func build(t *testing.T) string {
	t.Helper()
	return command.get(t, func() string {
		tool := filepath.Join(sharedDir, "leapguard")
		output(t, "..", os.Environ(), []int{0}, "go", "build", "-o", tool, "./cmd/leapguard")
		return tool
	})
}

// linter returns golangci-lint with the plugin, as built from the module golangci.
func linter(t *testing.T) string {
	t.Helper()
	return golangci.get(t, func() string { return buildLinter(t, filepath.Join(sharedDir, "golangci-lint"), "") })
}

// buildLinter builds what linter returns. An overlay may replace files of leapguard.
func buildLinter(t *testing.T, tool, overlay string) string {
	t.Helper()
	output(t, "golangci", environment(), []int{0}, "go", "build", "-overlay", overlay, "-o", tool, ".")
	return tool
}
