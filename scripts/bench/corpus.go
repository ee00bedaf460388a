//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A corpus is a set of packages and what the tools took for it.
type corpus struct {
	Dir      string   `json:"dir"`
	Patterns []string `json:"patterns"`
	Packages int      `json:"packages"` // that the patterns match
	Own      int      `json:"lines"`    // of source in those
	All      int      `json:"lines_with_dependencies"`
	Lines    []line   `json:"costs"`
	Ratios   []ratio  `json:"ratios"`
}

// A line is one line of the table.
type line struct {
	Tool  string `json:"tool"`
	State state  `json:"state"`
	cost
}

// cost returns what a tool took in a state, and whether that was measured.
func (c *corpus) cost(tool string, s state) (cost, bool) {
	i := slices.IndexFunc(c.Lines, func(l line) bool { return l.Tool == tool && l.State == s })
	if i < 0 {
		return cost{}, false
	}
	return c.Lines[i].cost, true
}

// std reports whether the corpus is the standard library.
func (c *corpus) std() bool { return slices.Equal(c.Patterns, []string{"std"}) }

// count counts packages and lines of Go source, each file once.
func (c *corpus) count(ctx context.Context, tests bool) error {
	args := []string{"list", "-e", "-deps", "-json=ImportPath,Dir,GoFiles,CgoFiles,DepOnly,ForTest"}
	if tests {
		args = append(args, "-test")
	}
	cmd := exec.CommandContext(ctx, "go", slices.Concat(args, c.Patterns)...)
	cmd.Dir, cmd.Stderr = c.Dir, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return err
	}
	type listed struct {
		ImportPath, Dir, ForTest string
		GoFiles, CgoFiles        []string
		DepOnly                  bool
	}
	seen := make(map[string]bool)
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if strings.HasSuffix(p.ImportPath, ".test") {
			continue // the main package that the go command generates
		}
		if !p.DepOnly && p.ForTest == "" {
			c.Packages++
		}
		for _, name := range slices.Concat(p.GoFiles, p.CgoFiles) {
			name = filepath.Join(p.Dir, name)
			if seen[name] {
				continue
			}
			seen[name] = true
			src, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			n := bytes.Count(src, []byte("\n"))
			c.All += n
			if !p.DepOnly {
				c.Own += n
			}
		}
	}
}
