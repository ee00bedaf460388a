package rule

import (
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestLikelyModule(t *testing.T) {
	for pkg, want := range map[string]string{
		"example.com/m/a/b":                     "example.com/m",
		"example.com/m":                         "example.com/m",
		"example.com":                           "example.com",
		"github.com/owner/repository/a/b":       "github.com/owner/repository",
		"github.com/owner/repository":           "github.com/owner/repository",
		"codeberg.org/owner/repository/a":       "codeberg.org/owner/repository",
		"github.com/owner":                      "github.com/owner",
		"k8s.io/kubernetes/pkg/a":               "k8s.io/kubernetes",
		"company/service/a":                     "company",
		"a":                                     "a",
		"gitlab.com/group/repository/internal/": "gitlab.com/group/repository",
	} {
		if got := likelyModule(pkg); got != want {
			t.Errorf("likelyModule(%q) = %q, want %q", pkg, got, want)
		}
	}
}

// TestComplete: a pass of a driver that knows little has all that checks use.
func TestComplete(t *testing.T) {
	poor := &analysis.Pass{Pkg: types.NewPackage("example.com/m/a", "a")}
	whole := complete(poor)
	if whole.Module == nil || whole.Module.Path != "example.com/m" {
		t.Errorf("the module is %+v", whole.Module)
	}
	if text, err := whole.ReadFile("driver_test.go"); err != nil || len(text) == 0 {
		t.Errorf("a file has %q, %v", text, err)
	}
	if poor.ReadFile != nil || poor.Module != nil {
		t.Error("the pass of the driver is another one")
	}
	if again := complete(whole); again != whole {
		t.Error("a whole pass is not left alone")
	}
}
