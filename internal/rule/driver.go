package rule

import (
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// complete returns a pass with what some drivers leave out: Bazel's nogo has no
// ReadFile, and knows no modules.
func complete(pass *analysis.Pass) *analysis.Pass {
	if pass.ReadFile != nil && pass.Module != nil {
		return pass
	}
	whole := *pass
	if whole.ReadFile == nil {
		whole.ReadFile = os.ReadFile
	}
	if whole.Module == nil {
		whole.Module = &analysis.Module{Path: likelyModule(pass.Pkg.Path())}
	}
	return &whole
}

// likelyModule returns the path of the module that holds a package, if that is the
// root of its repository and hosts are named as usual.
func likelyModule(pkg string) string {
	elems := strings.SplitN(pkg, "/", repositoryDepth(pkg)+1)
	return strings.Join(elems[:min(len(elems), repositoryDepth(pkg))], "/")
}

// repositoryDepth returns how many elements of a path name the repository: with the
// owner on well-known hosts, without one on others.
func repositoryDepth(path string) int {
	host, _, _ := strings.Cut(path, "/")
	switch {
	case host == "github.com" || host == "gitlab.com" || host == "bitbucket.org" || host == "codeberg.org":
		return 3
	case strings.Contains(host, "."):
		return 2
	}
	return 1
}
