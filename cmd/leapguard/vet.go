package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/rule"
)

// isVet reports whether the arguments are those that go vet and go fix give their
// tool.
func isVet(args []string) bool {
	if len(args) == 0 {
		return false
	}
	last := args[len(args)-1]
	return args[0] == "-V=full" || args[0] == "-flags" || strings.HasSuffix(last, ".cfg")
}

// vet serves go vet and go fix and does not return.
func vet(rules []*rule.Rule) {
	if os.Args[1] == "-V=full" {
		if err := printToolID(os.Stdout, rules); err != nil {
			fmt.Fprintf(os.Stderr, "leapguard: %v\n", err)
			os.Exit(exitUsage)
		}
		os.Exit(exitClean)
	}
	if slices.Contains(os.Args, "-fix") {
		// It applies the first fix of every finding, whatever that does.
		if err := config.Analyzer.Flags.Set("safe-fixes", "true"); err != nil {
			fmt.Fprintf(os.Stderr, "leapguard: %v\n", err)
			os.Exit(exitUsage)
		}
	}
	var analyzers []*analysis.Analyzer
	for _, r := range rules {
		nameRule(r.Analyzer)
		analyzers = append(analyzers, r.Analyzer)
	}
	unitchecker.Main(analyzers...)
}

// nameRule makes an analyzer end its messages with its name, as the command
// does: go vet does not print it, and what silences a finding needs it. It
// changes the analyzer itself, since others require that.
func nameRule(a *analysis.Analyzer) {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		report := pass.Report
		pass.Report = func(d analysis.Diagnostic) {
			d.Message += " (" + a.Name + ")"
			report(d)
		}
		return run(pass)
	}
}

// printToolID answers -V=full. What it prints becomes part of the key under
// which go vet caches results, so it covers all that results depend on beside
// the packages: the program and the configuration.
func printToolID(w io.Writer, rules []*rule.Rule) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	files, err := configurations(dir)
	if err != nil {
		return err
	}
	hash := sha256.New()
	for _, name := range append([]string{program}, files...) {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(hash, "%q %d\n%s", name, len(data), data)
	}
	for _, name := range files {
		c, err := config.Load(name)
		if err != nil {
			return err
		}
		if err := c.Validate(checks(rules)); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(w, "%s version devel buildID=%x\n", program, hash.Sum(nil))
	return err
}

// configurations returns the configuration files that apply in a directory:
// that of its module and those of the modules in its workspace.
func configurations(dir string) ([]string, error) {
	dirs, err := workspace(dir)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, d := range append([]string{dir}, dirs...) {
		if name := config.Find(d); name != "" {
			files = append(files, name)
		}
	}
	return files, nil
}

// workspace returns the directories of the modules that a go.work above dir, or
// the one GOWORK names, makes part of the build.
func workspace(dir string) ([]string, error) {
	name := os.Getenv("GOWORK")
	for d := dir; name == ""; d = filepath.Dir(d) {
		if _, err := os.Stat(filepath.Join(d, "go.work")); err == nil {
			name = filepath.Join(d, "go.work")
		} else if d == filepath.Dir(d) {
			return nil, nil
		}
	}
	if name == "off" {
		return nil, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	work, err := modfile.ParseWork(name, data, nil)
	if err != nil {
		return nil, err
	}
	var dirs []string
	for _, use := range work.Use {
		path := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(name), path)
		}
		dirs = append(dirs, path)
	}
	return dirs, nil
}
