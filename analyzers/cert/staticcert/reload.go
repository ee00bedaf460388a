package staticcert

import (
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/rule"
)

// renewers are words in import paths of packages that watch files or renew
// certificates.
var renewers = []string{"fsnotify", "certwatcher", "autocert", "certmagic", "dynamiclistener", "spiffe", "certreload", "dynamiccertificates", "fswatcher", "tableflip"}

// reloads reports whether the package has something by which a renewed
// certificate can come into use: callbacks of crypto/tls, watchers, SIGHUP, or
// a function that says that it reloads, rotates or restarts.
func reloads(pass *rule.Pass) bool {
	for _, file := range pass.Files {
		if pass.Silent(file.Package) {
			continue
		}
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err == nil && slices.ContainsFunc(renewers, func(w string) bool { return strings.Contains(path, w) }) {
				return true
			}
		}
		found := false
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				found = found || renews(id.Name)
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

func renews(name string) bool {
	switch name {
	case "GetCertificate", "GetConfigForClient", "SIGHUP", "SIGUSR1", "SIGUSR2":
		return true
	}
	name = strings.ToLower(name)
	return slices.ContainsFunc([]string{"reload", "rotat", "restart", "hotswap", "certwatch", "watchcert"}, func(w string) bool { return strings.Contains(name, w) })
}

// showWords are elements of paths of code that is not there to last.
var showWords = []string{"examples", "_examples", "sample", "samples", "demo", "demos", "docs", "hack", "dummy", "tools", "benchmark", "playground", "tutorial"}

// forShow reports whether the package is an example, a sample or a tool for
// developers.
func forShow(pass *rule.Pass) bool {
	path := pass.Pkg.Path()
	if strings.Contains(path, "/examples/") || exampleModule(pass) {
		return true
	}
	if pass.Module != nil {
		path = strings.TrimPrefix(path, pass.Module.Path)
	}
	for elem := range strings.SplitSeq(path, "/") {
		if slices.Contains(showWords, strings.ToLower(elem)) || elem == "example" && pass.Pkg.Name() == "main" {
			return true
		}
	}
	return false
}

// exampleModule reports whether the module of the package lies in a directory of
// examples, whatever it is called.
func exampleModule(pass *rule.Pass) bool {
	root := config.ModuleRoot(filepath.Dir(pass.Fset.Position(pass.Files[0].Package).Filename))
	return root != "" && rule.IsExample(filepath.ToSlash(inRepository(root)))
}

// inRepository returns the path of a module from the directory around it that holds a
// repository or another module, "" if there is none.
func inRepository(root string) string {
	for dir := root; !isRepository(dir); {
		dir = filepath.Dir(dir)
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil || isRepository(dir) {
			rel, _ := filepath.Rel(dir, root)
			return rel
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	return ""
}

func isRepository(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, ".git"))
	return err == nil
}
