package integration

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGolangciCustom builds golangci-lint as its users do, by golangci-lint custom
// and the repository's own .custom-gcl.yml. What that clones is made from the files
// of the module.
func TestGolangciCustom(t *testing.T) {
	stock := filepath.Join(t.TempDir(), "golangci-lint")
	output(t, "tools", environment(), []int{0}, "go", "build", "-o", stock, "github.com/golangci/golangci-lint/v2/cmd/golangci-lint")
	env := append(environment(),
		"GIT_CONFIG_COUNT=1",
		"GIT_CONFIG_KEY_0=url."+upstream(t)+".insteadOf",
		"GIT_CONFIG_VALUE_0=https://github.com/golangci/golangci-lint.git",
	)
	root := tree(t)
	const file = ".custom-gcl.yml"
	text := strings.Replace(read(t, "../docs/examples/custom-gcl.yml"), "version: v0.1.0", "path: .", 1)
	if own := read(t, filepath.Join(root, file)); own != text {
		t.Errorf("%s is\n%s\nand for others it is\n%s", file, own, text)
	}
	output(t, root, env, []int{0}, stock, "custom")
	custom := filepath.Join(root, "golangci-lint-leapguard")
	version := string(output(t, root, env, []int{0}, custom, "version"))
	if !strings.Contains(version, "custom-gcl") {
		t.Errorf("the version is %s", version)
	}
	dir := leapModule(t)
	writeFiles(t, dir, map[string]string{".golangci.yml": read(t, "../docs/examples/golangci.yml")})
	env = append(env, "GOLANGCI_LINT_CACHE="+t.TempDir())
	out := string(output(t, dir, env, []int{1}, custom, "run", "--allow-parallel-runners", "./..."))
	if !strings.Contains(out, "a.go:6:9: yearadd: ") || !strings.Contains(out, "(leapguard)") {
		t.Errorf("%s", out)
	}
	output(t, root, env, []int{0}, custom, "run", "--allow-parallel-runners", "-c", ".golangci.plugin.yml", "./plugin")
}

// upstream returns a git repository with golangci-lint at the version of tools.
func upstream(t *testing.T) string {
	t.Helper()
	const format = "{{.Dir}}\n{{.Version}}"
	list := output(t, "tools", environment(), []int{0}, "go", "list", "-m", "-f", format, "github.com/golangci/golangci-lint/v2")
	source, version, _ := strings.Cut(strings.TrimSpace(string(list)), "\n")
	dir := filepath.Join(t.TempDir(), "golangci-lint")
	if err := os.CopyFS(dir, os.DirFS(source)); err != nil {
		t.Fatal(err)
	}
	commit(t, dir)
	output(t, dir, environment(), []int{0}, "git", "tag", version)
	return dir
}

// commit makes a git repository of a directory.
func commit(t *testing.T, dir string) {
	t.Helper()
	for _, args := range [][]string{
		{"init", "-q"},
		{"add", "-A", "-f"},
		{"-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "All"},
	} {
		output(t, dir, environment(), []int{0}, "git", args...)
	}
}

// tree returns a copy of what is in this repository.
func tree(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range strings.Split(strings.TrimSuffix(string(output(t, "..", environment(), []int{0}, "git", "ls-files", "-co", "--exclude-standard", "-z")), "\x00"), "\x00") {
		data, err := os.ReadFile(filepath.Join("..", name))
		if os.IsNotExist(err) { // deleted, and not committed yet
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		writeFiles(t, dir, map[string]string{name: string(data)})
	}
	return dir
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
