// Fixes tries leapguard --fix on copies of modules: what is changed has to compile,
// the tests of the packages touched have to end as they did before, and a second run
// has to fix nothing.
//
// Usage:
//
//	go run ./scripts/fixes [-profile default|strict] [-unsafe] [-checks LIST] [-tmp DIR] LEAPGUARD DIR...
//
// LEAPGUARD is the program, DIR the root of a module, which stays as it is. The go
// command fetches what it needs. The exit code is 1 if something is wrong.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("fixes: ")
	var t trial
	flag.StringVar(&t.profile, "profile", "default", "`profile` of the checks")
	flag.StringVar(&t.checks, "checks", "", "`list` of checks, as for leapguard")
	flag.BoolVar(&t.unsafe, "unsafe", false, "apply unsafe fixes too")
	flag.StringVar(&t.tmp, "tmp", os.TempDir(), "`directory` for the copies")
	flag.DurationVar(&t.limit, "limit", 10*time.Minute, "longest `time` for the tests of a package")
	flag.Parse()
	if flag.NArg() < 2 {
		flag.Usage()
		os.Exit(2)
	}
	t.tool = flag.Arg(0)
	failed := false
	for _, dir := range flag.Args()[1:] {
		verdict, err := t.run(dir)
		if err != nil {
			failed, verdict = true, "FAIL "+err.Error()
		}
		fmt.Printf("%s\t%s\n", dir, verdict)
	}
	if failed {
		os.Exit(1)
	}
}

// A trial is what is done to each module.
type trial struct {
	tool, profile, checks, tmp string
	unsafe                     bool
	limit                      time.Duration
}

// run tries the fixes on a copy of a module, and says what it did.
func (t *trial) run(dir string) (verdict string, err error) {
	copied, err := os.MkdirTemp(t.tmp, "fixes-")
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(copied)) }()
	if err := copyTree(copied, dir); err != nil {
		return "", err
	}
	diff, _, err := t.leapguard(copied, "--diff")
	if err != nil || len(diff) == 0 {
		return "nothing to fix", err
	}
	packages := touched(diff)
	vetBefore, testsBefore := compile(copied, packages), t.test(copied, packages)
	_, said, err := t.leapguard(copied, "--fix")
	if err != nil {
		return "", err
	}
	if after := compile(copied, packages); after != vetBefore {
		return "", fmt.Errorf("compiled with\n%s\nand now with\n%s", vetBefore, after)
	}
	after := t.test(copied, packages)
	if !maps.Equal(testsBefore, after) {
		return "", fmt.Errorf("tests ended with %v, and now with %v", testsBefore, after)
	}
	if again, _, err := t.leapguard(copied, "--diff"); err != nil || len(again) > 0 {
		return "", fmt.Errorf("a second run would change\n%s%w", again, err)
	}
	return fmt.Sprintf("%s; %d packages, %d tests", said, len(packages), len(testsBefore)), nil
}

// copyTree copies a module without what git keeps.
func copyTree(to, from string) error {
	from, err := filepath.EvalSymlinks(from)
	if err != nil {
		return err
	}
	return filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		switch {
		case d.Name() == ".git":
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case d.IsDir():
			return os.MkdirAll(target, 0o777)
		case d.Type() == fs.ModeSymlink:
			link, err := os.Readlink(name)
			if err != nil {
				return err
			}
			return os.Symlink(link, target)
		case d.Type() != 0:
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, text, 0o666)
	})
}

var counted = regexp.MustCompile(`fixed [0-9]+ findings? in [0-9]+ files?`)

// leapguard runs the program and returns its output, and what it says it fixed. What
// it finds is no error, nor are packages that it cannot analyse.
func (t *trial) leapguard(dir, mode string) (out []byte, said string, err error) {
	args := []string{"-C", dir, mode, "--no-frames", "--profile", t.profile, "--checks", t.checks}
	if t.unsafe {
		args = append(args, "--unsafe-fixes")
	}
	cmd := exec.Command(t.tool, append(args, "./...")...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err = cmd.Output()
	if code := cmd.ProcessState.ExitCode(); code == 0 || code == 1 || code == 3 {
		err = nil
	}
	if err != nil {
		err = fmt.Errorf("%s: %w\n%s", cmd, err, &stderr)
	}
	return out, counted.FindString(stderr.String()), err
}

var changed = regexp.MustCompile(`(?m)^\+\+\+ b/(.*?)\t?$`)

// touched returns the patterns of the packages that a diff changes.
func touched(diff []byte) []string {
	dirs := make(map[string]bool)
	for _, m := range changed.FindAllSubmatch(diff, -1) {
		dirs["./"+filepath.ToSlash(filepath.Dir(string(m[1])))] = true
	}
	return slices.Sorted(maps.Keys(dirs))
}

// compile returns what the compiler says of packages and their tests, without lines,
// which fixes move.
func compile(dir string, packages []string) string {
	out := command(dir, append([]string{"vet", "-assign"}, packages...))
	return regexp.MustCompile(`:[0-9]+(:[0-9]+)?`).ReplaceAllString(string(out), "")
}

var ended = regexp.MustCompile(`(?m)^ *--- (PASS|FAIL|SKIP): (\S+)|^(ok|FAIL|\?) +\t(\S+)`)

// test returns how the tests of packages ended, by name.
func (t *trial) test(dir string, packages []string) map[string]string {
	results := make(map[string]string)
	for _, p := range packages {
		for _, m := range ended.FindAllStringSubmatch(string(command(dir, []string{"test", "-count=1", "-v", "-timeout", t.limit.String(), p})), -1) {
			results[p+" "+m[2]+m[4]] = m[1] + m[3]
		}
	}
	return results
}

func command(dir string, args []string) []byte {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil && !strings.Contains(err.Error(), "exit status") {
		return fmt.Appendf(nil, "%s: %v", cmd, err)
	}
	return out
}
