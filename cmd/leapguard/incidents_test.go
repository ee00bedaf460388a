package main

import (
	"os"
	"testing"

	"github.com/leapguard/leapguard/analyzers"
)

// TestIncidents compares the findings in the code of the three outages, whose
// corrected versions are silent, with testdata/incidents/findings.golden. It is
// made by
//
//	leapguard --now 2013-02-22 --no-frames ./testdata/incidents/... > testdata/incidents/findings.golden
//
// in the root of the repository. On that day the certificates of the second one
// were valid still. LD-42.
func TestIncidents(t *testing.T) {
	t.Chdir("../..")
	want, err := os.ReadFile("testdata/incidents/findings.golden")
	if err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr := run(t.Context(), analyzers.All(), "--now", "2013-02-22", "--no-frames", "./testdata/incidents/...")
	if code != exitFindings {
		t.Errorf("exit code %d, want %d: %s", code, exitFindings, stderr)
	}
	if stdout != string(want) {
		t.Errorf("findings:\n%s\nwant:\n%s", stdout, want)
	}
}
