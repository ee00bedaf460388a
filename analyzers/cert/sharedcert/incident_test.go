package sharedcert

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

// unexpected takes the place of a test for analysistest, which knows findings
// from want comments only: several checks report on the incident.
type unexpected struct{}

func (u *unexpected) Errorf(string, ...any) {}

// TestIncident runs the check on the code of the outage of 22 February 2013 and
// on the corrected version.
func TestIncident(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	const dir = "./testdata/incidents/certs2013"
	got := make(map[string][]string)
	for _, r := range analysistest.Run(new(unexpected), root, Analyzer, dir, dir+"/fixed") {
		got[r.Action.Package.Name] = []string{}
		for _, d := range r.Diagnostics {
			got[r.Action.Package.Name] = append(got[r.Action.Package.Name], d.Message)
		}
	}
	want := []string{
		"each of the certificates of *.blob.storage.example, *.queue.storage.example and *.table.storage.example in the source identifies us-north, us-south, europe-north and 3 more",
		"the certificates of *.blob.storage.example, *.queue.storage.example and *.table.storage.example in the source expire within 2m59s of each other, from 2013-02-22T20:29:53Z to 2013-02-22T20:32:52Z",
	}
	if found := got["certs2013"]; !slices.Equal(found, want) {
		t.Errorf("on the incident: %s\nwant: %s", strings.Join(found, "\n"), strings.Join(want, "\n"))
	}
	if found, ok := got["fixed"]; !ok || len(found) > 0 {
		t.Errorf("on the corrected version (analysed: %v): %q", ok, found)
	}
}
