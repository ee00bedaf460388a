package integration

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A nogoBuilder builds nogo as rules_go does, from the sources of rules_go. nogo
// imports an internal package of golang.org/x/tools, which Bazel allows; here it is
// a package of a copy of that module.
type nogoBuilder struct {
	builder string // rules_go's own program, which writes the main file of nogo
	sources string // the directory of nogo's sources in the copy
	modfile string // the go.mod of module nogo, with the copy
}

const nogoPackage = "golang.org/x/tools/nogo"

func newNogoBuilder(t *testing.T) *nogoBuilder {
	t.Helper()
	dir := t.TempDir()
	b := &nogoBuilder{
		builder: filepath.Join(dir, "builder"),
		sources: filepath.Join(dir, "tools", "nogo"),
		modfile: filepath.Join(dir, "go.mod"),
	}
	rules := filepath.Join(moduleDir(t, "nogo", "github.com/bazelbuild/rules_go"), "go", "tools", "builders")
	build, err := os.ReadFile(filepath.Join(rules, "BUILD.bazel"))
	if err != nil {
		t.Fatal(err)
	}
	compile := []string{"build", "-ldflags=-X main.rulesGoStdlibPrefix=@rules_go//stdlib:", "-o", b.builder, filepath.Join(rules, "path.go")}
	for _, name := range filegroup(t, string(build), "builder_srcs") {
		compile = append(compile, filepath.Join(rules, name))
	}
	output(t, "nogo", environment(), []int{0}, "go", compile...)

	tools := moduleDir(t, "nogo", "golang.org/x/tools")
	for _, part := range []string{"go", "internal"} {
		if err := os.CopyFS(filepath.Join(dir, "tools", part), os.DirFS(filepath.Join(tools, part))); err != nil {
			t.Fatal(err)
		}
	}
	copyFile(t, filepath.Join(dir, "tools", "go.mod"), filepath.Join(tools, "go.mod"))
	if err := os.Mkdir(b.sources, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range filegroup(t, string(build), "nogo_srcs") {
		copyFile(t, filepath.Join(b.sources, name), filepath.Join(rules, name))
	}
	copyFile(t, b.modfile, filepath.Join("nogo", "go.mod"))
	copyFile(t, strings.TrimSuffix(b.modfile, "mod")+"sum", filepath.Join("nogo", "go.sum"))
	output(t, "nogo", environment(), []int{0}, "go", "mod", "edit", "-replace=golang.org/x/tools="+filepath.Join(dir, "tools"), b.modfile)
	return b
}

// build returns nogo with the analyzers of a list of dependencies and a
// configuration, which is compiled in.
func (b *nogoBuilder) build(t *testing.T, deps []string, config string) string {
	t.Helper()
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{"nogo.json": config})
	args := []string{"gennogomain", "-output", filepath.Join(b.sources, "main.go"), "-config", filepath.Join(dir, "nogo.json")}
	for _, dep := range deps {
		args = append(args, "-analyzer_importpath", dep)
	}
	output(t, dir, environment(), []int{0}, b.builder, args...)
	tool := filepath.Join(dir, "nogo")
	output(t, "nogo", environment(), []int{0}, "go", "build", "-modfile", b.modfile, "-o", tool, nogoPackage)
	return tool
}

// nogoConfig is the configuration of nogo that gives leapguard its own.
func nogoConfig(t *testing.T, settings string) string {
	t.Helper()
	text, err := json.Marshal(map[string]any{"leapguardconfig": map[string]any{"analyzer_flags": map[string]string{"text": settings}}})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// nogoDeps returns the import paths of the analyzers in docs/examples.
func nogoDeps(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../docs/examples/nogo/BUILD.bazel")
	if err != nil {
		t.Fatal(err)
	}
	var deps []string
	for _, m := range regexp.MustCompile(`"@com_github_leapguard_leapguard//([a-z/]+)"`).FindAllStringSubmatch(string(text), -1) {
		deps = append(deps, "github.com/leapguard/leapguard/"+m[1])
	}
	return deps
}

// filegroup returns the first list of sources of a target in a BUILD file.
func filegroup(t *testing.T, build, name string) []string {
	t.Helper()
	m := regexp.MustCompile(`(?s)name = "` + name + `",\s*srcs = \[(.*?)\]`).FindStringSubmatch(build)
	if m == nil {
		t.Fatalf("no target %s", name)
	}
	var names []string
	for _, quoted := range regexp.MustCompile(`"([^"]+)"`).FindAllStringSubmatch(m[1], -1) {
		names = append(names, quoted[1])
	}
	return names
}

func copyFile(t *testing.T, to, from string) {
	t.Helper()
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, text, 0o666); err != nil {
		t.Fatal(err)
	}
}
