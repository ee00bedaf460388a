package rule

import "testing"

func TestNamesTest(t *testing.T) {
	for name, want := range map[string]bool{
		"TestPair": true, "TestingKeyPair": true, "newTestServer": true, "FakeKey": true, "mockTLS": true,
		"new_test_server": true, "testdata/server.key": true, "certs/fixtures/a.key": true, "tests": true,
		"Attest": false, "latest": false, "contest": false, "Pair": false, "server.key": false,
		"Intestate": false, "attestation": false, "": false,
	} {
		if got := NamesTest(name); got != want {
			t.Errorf("NamesTest(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestPackageNames(t *testing.T) {
	for name, want := range map[string]bool{
		"httptest": true, "testcert": true, "testserver": true, "certtest": true, "integrationtests": true,
		"latest": false, "attest": false, "contest": false, "main": false, "attestation": false,
	} {
		if got := testPackage.MatchString(name); got != want {
			t.Errorf("testPackage matches %q: %v, want %v", name, got, want)
		}
	}
}

func TestModulesOfTests(t *testing.T) {
	for module, want := range map[string]string{
		"github.com/org/repo/test/e2e": "/test/e2e", "example.com/repo/tests/v3": "/tests/v3",
		"github.com/org/test": "", "example.com/test": "", "test/e2e/x": "", "m": "",
	} {
		if got := inRepository(module); got != want {
			t.Errorf("inRepository(%q) = %q, want %q", module, got, want)
		}
	}
}

func TestHelpsTests(t *testing.T) {
	for pkg, want := range map[string]bool{
		"net/http/httptest":     true,
		"go-fdo/fdotest":        true,
		"m/store/storetest/pki": true,
		"m/internal/testutil":   true,
		"m/internal/mockca":     true,
		"m/client/fake":         true,
		"m/tests/fleet":         true,
		"m/integration/support": true,
		"m/integrationtests":    true,
		"m/test/integration":    true,
		"m/cmd/integration":     false,
		"integration/store":     false,
		"m/contest":             false,
		"m/http":                false,
		"test":                  false,
		"test/store":            false,
		"mockery/store":         false,
	} {
		if got := HelpsTests(pkg); got != want {
			t.Errorf("HelpsTests(%q) = %v, want %v", pkg, got, want)
		}
	}
}
