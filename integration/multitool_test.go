package integration

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMultitool shows that rules of both kinds reject something.
func TestMultitool(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "bad.sarif")
	write(t, bad, []byte(`{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [{
    "tool": {"driver": {"name": "a", "rules": [{"id": "r", "name": "r"}]}},
    "results": [{"ruleId": "r", "ruleIndex": 7, "message": {"text": "no location"}}]
  }]
}`))
	kinds := make(map[string]bool)
	for _, r := range multitool(t, bad) {
		kinds[strings.TrimRight(r.RuleID, "0123456789")] = true
	}
	if !kinds["SARIF"] || !kinds["GH"] {
		t.Errorf("a bad log breaks rules of the kinds %v only", kinds)
	}
}

type multitoolResult struct {
	RuleID, Level string
	Message       struct{ Arguments []string }
	Locations     []struct {
		PhysicalLocation struct {
			ArtifactLocation struct{ URI string }
		}
	}
}

func (r multitoolResult) file() string {
	if len(r.Locations) == 0 {
		return "?"
	}
	return r.Locations[0].PhysicalLocation.ArtifactLocation.URI
}

// multitool returns the errors and warnings of Microsoft's SARIF multitool about
// the logs of a pattern, by its rules about SARIF as such and by those about what
// GitHub's code scanning wants. The variable SARIF_MULTITOOL names the program,
// which .ci/run installs.
func multitool(t *testing.T, pattern string) []multitoolResult {
	t.Helper()
	program := os.Getenv("SARIF_MULTITOOL")
	if program == "" {
		t.Skip("SARIF_MULTITOOL does not name the SARIF multitool")
	}
	output := filepath.Join(t.TempDir(), "result.sarif")
	cmd := exec.Command(program, "validate", pattern, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--kind", "Fail", "--output", output)
	// The program is one of .NET, which would ask for ICU.
	cmd.Env = append(os.Environ(), "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1")
	printed, err := cmd.CombinedOutput()
	data, readErr := os.ReadFile(output)
	if readErr != nil {
		t.Fatalf("%v: %v\n%s", err, readErr, printed)
	}
	var log struct {
		Runs []struct {
			Results     []multitoolResult
			Invocations []struct {
				ToolExecutionNotifications     []json.RawMessage
				ToolConfigurationNotifications []json.RawMessage
			}
		}
	}
	if err := json.Unmarshal(data, &log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("%v: %d runs\n%s", err, len(log.Runs), printed)
	}
	for _, inv := range log.Runs[0].Invocations {
		for _, n := range append(inv.ToolExecutionNotifications, inv.ToolConfigurationNotifications...) {
			t.Errorf("the multitool has trouble: %s", n)
		}
	}
	return log.Runs[0].Results
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
