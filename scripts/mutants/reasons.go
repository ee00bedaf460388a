package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
)

// header is the first line of a file of reasons.
const header = "file\tfunction\toperator\treason"

// readReasons returns the reasons of a file by [mutant.key].
func readReasons(file string) (map[string]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	if lines[0] != header {
		return nil, fmt.Errorf("%s:1: the header is %q, want %q", file, lines[0], header)
	}
	reasons := make(map[string]string)
	for i, line := range lines[1:] {
		at := strings.LastIndexByte(line, '\t')
		if strings.Count(line, "\t") != 3 || line[at+1:] == "" {
			return nil, fmt.Errorf("%s:%d: want file, function, operator, reason", file, i+2)
		}
		if reasons[line[:at]] != "" {
			return nil, fmt.Errorf("%s:%d: has a reason already", file, i+2)
		}
		reasons[line[:at]] = line[at+1:]
	}
	return reasons, nil
}

// explain returns an error for each survivor without a reason, and each reason
// without a survivor. Where tests were run, what they do not fail for survives, too.
func explain(file string, mutants []*mutant, tested bool) error {
	reasons, err := readReasons(file)
	if err != nil {
		return err
	}
	var missing []string
	used := make(map[string]bool)
	for _, m := range mutants {
		if m.fate() != survived && (m.fate() == invalid || !tested || m.failed) {
			continue
		}
		if reasons[m.key()] == "" {
			missing = append(missing, "a survivor without a reason: "+m.String())
		}
		used[m.key()] = true
	}
	for key := range reasons {
		if !used[key] {
			missing = append(missing, "a reason without a survivor: "+key)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Sort(missing)
	return errors.New(strings.Join(missing, "\n"))
}
