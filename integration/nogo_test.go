package integration

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A listedPackage is a package as go list prints it. Packages that are compiled for
// a test have the path of its program behind their own.
type listedPackage struct {
	ImportPath, Dir, Export string
	GoFiles, EmbedFiles     []string
	Imports, Deps           []string
	Standard                bool
	Module                  *struct {
		Path, Dir string
		Main      bool
	}
}

// path returns the import path.
func (p *listedPackage) path() string {
	path, _, _ := strings.Cut(p.ImportPath, " ")
	return path
}

// A sandbox is a directory in which nogo sees what Bazel shows it: of a package the
// Go files, and of others export data and facts. Embedded files are there too, as
// without Bazel's sandbox, unless they are hidden.
type sandbox struct {
	tool, root string
	hidden     bool
	version    string
	byPath     map[string]*listedPackage
	facts      map[string]string // file by package
	result     nogoResult
}

// A nogoResult is what nogo says of a module, package by package.
type nogoResult struct {
	found  map[place]bool
	failed string // what it says of a package where it fails, the last one
	embeds bool   // whether some package has embedded files
}

// nogoExit is the exit code of nogo for findings.
const nogoExit = 3

// byNogo runs nogo on the packages of a module.
func byNogo(t *testing.T, tool, dir string, hidden bool) nogoResult {
	t.Helper()
	box := &sandbox{
		tool: tool, hidden: hidden, root: filepath.Join(t.TempDir(), "execroot", "_main"),
		version: strings.TrimPrefix(strings.TrimSpace(string(output(t, dir, environment(), []int{0}, "go", "env", "GOVERSION"))), "go"),
		byPath:  make(map[string]*listedPackage),
		facts:   make(map[string]string),
		result:  nogoResult{found: make(map[place]bool)},
	}
	list := output(t, dir, environment(), []int{0}, "go", "list", "-deps", "-export", "-test",
		"-json=ImportPath,Dir,Export,GoFiles,EmbedFiles,Imports,Deps,Standard,Module", "./...")
	for dec := json.NewDecoder(bytes.NewReader(list)); ; {
		p := new(listedPackage)
		err := dec.Decode(p)
		if errors.Is(err, io.EOF) {
			return box.result
		}
		if err != nil {
			t.Fatal(err)
		}
		box.byPath[p.ImportPath] = p
		if p.Standard || strings.HasSuffix(p.ImportPath, ".test") {
			continue
		}
		for _, f := range box.run(t, p) {
			f.File = filepath.Join(p.Module.Dir, f.File)
			box.result.found[f] = true
		}
	}
}

var nogoFinding = regexp.MustCompile(`(?m)^([^:\s]+):(\d+):\d+: .* \((\w+)\)$`)

// run runs nogo on a package. Of those outside of the module, which Bazel keeps in
// external repositories, it wants facts only.
func (b *sandbox) run(t *testing.T, p *listedPackage) []place {
	t.Helper()
	work := t.TempDir()
	b.facts[p.ImportPath] = filepath.Join(work, "facts")
	args := []string{"-p", p.path(), "-go_version", b.version, "-fix_dir", work, "-x", b.facts[p.ImportPath], "-importcfg", b.importcfg(t, p, work)}
	for _, path := range p.Imports {
		if file, ok := b.facts[path]; ok {
			args = append(args, "-fact", b.byPath[path].path()+"="+file)
		}
	}
	where := "."
	if len(p.GoFiles) == 0 {
		writeFiles(t, work, map[string]string{"facts": ""})
		return nil
	}
	if !p.Module.Main {
		where = filepath.Join("external", filepath.Base(p.Module.Path))
		args = append(args, "-facts_only")
	}
	rel, err := filepath.Rel(p.Module.Dir, p.Dir)
	if err != nil {
		t.Fatal(err)
	}
	show := func(name string) string {
		text, err := os.ReadFile(filepath.Join(p.Dir, name))
		if err != nil {
			t.Fatal(err)
		}
		name = filepath.Join(where, rel, name)
		writeFiles(t, b.root, map[string]string{name: string(text)})
		return name
	}
	for _, name := range p.GoFiles {
		args = append(args, show(name))
	}
	b.result.embeds = b.result.embeds || len(p.EmbedFiles) > 0
	for _, name := range p.EmbedFiles {
		if !b.hidden {
			show(name)
		}
	}
	return b.execute(t, args)
}

// importcfg writes the names of the files with export data.
func (b *sandbox) importcfg(t *testing.T, p *listedPackage, work string) string {
	t.Helper()
	var text strings.Builder
	for _, path := range p.Deps {
		if dep := b.byPath[path]; dep != nil && dep.Export != "" {
			fmt.Fprintf(&text, "packagefile %s=%s\n", dep.path(), dep.Export)
		}
	}
	writeFiles(t, work, map[string]string{"importcfg": text.String()})
	return filepath.Join(work, "importcfg")
}

func (b *sandbox) execute(t *testing.T, args []string) []place {
	t.Helper()
	cmd := exec.Command(b.tool, args...)
	cmd.Dir, cmd.Env = b.root, append(environment(), "GOARCH="+runtime.GOARCH)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	err := cmd.Run()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	if !slices.Contains([]int{0, nogoExit}, cmd.ProcessState.ExitCode()) {
		b.result.failed = fmt.Sprintf("%s: %v\n%s", cmd, err, &stderr)
	}
	var found []place
	for _, m := range nogoFinding.FindAllStringSubmatch(stderr.String(), -1) {
		line, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, place{m[1], line, m[3]})
	}
	return found
}

// TestNogoCorpus compares nogo with the command, by file, line and rule.
func TestNogoCorpus(t *testing.T) {
	tool, builder, deps := build(t), newNogoBuilder(t), nogoDeps(t)
	bySettings := make(map[string][]string)
	for _, dir := range corpus(t) {
		text := settings(t, dir)
		bySettings[text] = append(bySettings[text], dir)
	}
	for _, text := range slices.Sorted(maps.Keys(bySettings)) {
		nogo := builder.build(t, deps, nogoConfig(t, text))
		for _, dir := range bySettings[text] {
			t.Run(dir, func(t *testing.T) {
				t.Parallel()
				r := byNogo(t, nogo, dir, false)
				compare(t, "nogo", byCommand(t, tool, dir), r.found)
				hidden := r
				if r.embeds {
					hidden = byNogo(t, nogo, dir, true)
					compareHidden(t, r.found, hidden.found)
				}
				if r.failed+hidden.failed != "" {
					t.Error(r.failed, hidden.failed)
				}
			})
		}
	}
}

// compareHidden reports what nogo finds only without embedded files, and what of
// their contents it says then.
func compareHidden(t *testing.T, found, hidden map[place]bool) {
	t.Helper()
	for p := range hidden {
		if !found[p] {
			t.Errorf("only without embedded files nogo reports %+v", p)
		}
	}
	for p := range found {
		if !hidden[p] && !slices.Contains([]string{"embeddedkey", "expiredcert", "sharedcert"}, p.Slug) {
			t.Errorf("without embedded files nogo does not report %+v", p)
		}
	}
}

// TestNogoExample builds nogo from the example in the documentation.
func TestNogoExample(t *testing.T) {
	config, err := os.ReadFile("../docs/examples/nogo/nogo.json")
	if err != nil {
		t.Fatal(err)
	}
	builder, deps := newNogoBuilder(t), nogoDeps(t)
	dir := leapModule(t)
	writeFiles(t, dir, map[string]string{"third_party/b/b.go": leapYear, "c/c.pb.go": "// Code generated by a tool. DO NOT EDIT.\n\n" + leapYear})
	r := byNogo(t, builder.build(t, deps, string(config)), dir, true)
	if want := map[place]bool{{filepath.Join(dir, "a.go"), 6, "yearadd"}: true}; !maps.Equal(r.found, want) || r.failed != "" {
		t.Errorf("%v, want %v\n%s", r.found, want, r.failed)
	}

	// The settings of leapguard take part.
	for settings, want := range map[string]int{
		"{}":                         2,
		"{generated: true}":          3,
		"{checks: {yearadd: false}}": 0,
		"{paths: [{match: 'a.go', checks: {yearadd: false}}]}": 1,
	} {
		r := byNogo(t, builder.build(t, deps, nogoConfig(t, settings)), dir, true)
		if len(r.found) != want || r.failed != "" {
			t.Errorf("%s: %v, want %d\n%s", settings, r.found, want, r.failed)
		}
	}
	for settings, want := range map[string]string{
		"{profil: strict}":         `leapguardconfig: invalid value for flag: text={profil: strict}: text:1: unknown key "profil"`,
		"{checks: {yeradd: true}}": `analyzer "directive" failed: directive: example.com/m/third_party/b: text:1: unknown check "yeradd"`,
	} {
		if r := byNogo(t, builder.build(t, deps, nogoConfig(t, settings)), dir, true); !strings.Contains(r.failed, want) {
			t.Errorf("%s: %q, want %q", settings, r.failed, want)
		}
	}
}
