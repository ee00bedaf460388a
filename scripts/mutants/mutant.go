package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
)

// An edit replaces the text between two offsets.
type edit struct {
	from, to int
	text     string
}

// A mutant is a file with one guard broken.
type mutant struct {
	site  *site
	op    *operator
	edits []edit

	text     []byte
	compiles bool
	killer   string // slug, "" if it survived
}

// apply returns the text of the mutated file.
func (m *mutant) apply() []byte {
	edits := slices.Clone(m.edits)
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var out bytes.Buffer
	last := 0
	for _, e := range edits {
		out.Write(m.site.file.text[last:e.from])
		out.WriteString(e.text)
		last = e.to
	}
	out.Write(m.site.file.text[last:])
	return out.Bytes()
}

// same reports whether two mutants are the same text.
func (m *mutant) same(o *mutant) bool {
	return m.site.file == o.site.file && m.op == o.op && slices.Equal(m.edits, o.edits)
}

func (m *mutant) fate() string {
	switch {
	case !m.compiles:
		return "invalid"
	case m.killer == "":
		return "survived"
	}
	return m.killer
}

// file is the name of the mutated file, from the directory that holds the module.
func (m *mutant) file() string {
	rel, err := filepath.Rel(filepath.Dir(m.site.corpus.dir), m.site.file.name)
	if err != nil {
		return m.site.file.name
	}
	return filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(m.site.corpus.dir)), rel))
}

func (m *mutant) String() string {
	line := 1 + bytes.Count(m.site.file.text[:m.edits[0].from], []byte("\n"))
	return fmt.Sprintf("%s\t%s\t%s\tline %d", m.file(), m.site.fn.Name.Name, m.op.name, line)
}

// table prints how many mutants of each operator were killed.
func table(w io.Writer, mutants []*mutant) error {
	tw := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	fmt.Fprintln(tw, "| operator\t| sites\t| mutants\t| killed\t| survived\t|")
	fmt.Fprintln(tw, "|---\t|---:\t|---:\t|---:\t|---:\t|")
	var total [4]int
	for _, op := range operators {
		var n [4]int
		sites := make(map[*site]bool)
		for _, m := range mutants {
			if m.op != op {
				continue
			}
			sites[m.site] = true
			switch m.fate() {
			case "invalid":
				continue
			case "survived":
				n[3]++
			default:
				n[2]++
			}
			n[1]++
		}
		n[0] = len(sites)
		for i := range total {
			total[i] += n[i]
		}
		fmt.Fprintf(tw, "| %s\t| %d\t| %d\t| %d\t| %d\t|\n", op.name, n[0], n[1], n[2], n[3])
	}
	fmt.Fprintf(tw, "| all\t| %d\t| %d\t| %d\t| %d\t|\n", total[0], total[1], total[2], total[3])
	return tw.Flush()
}

// explain reports an error for each survivor without a reason, and each reason
// without a survivor.
func explain(file string, mutants []*mutant) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	reasons := make(map[string]bool)
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		fields := strings.Split(line, "\t")
		if len(fields) != 4 {
			return fmt.Errorf("%s:%d: %d columns, want file, function, operator, reason", file, i+1, len(fields))
		}
		if i > 0 { // the header
			reasons[strings.Join(fields[:3], "\t")] = false
		}
	}
	var errs []error
	for _, m := range mutants {
		key := strings.Join([]string{m.file(), m.site.fn.Name.Name, m.op.name}, "\t")
		if m.fate() != "survived" {
			continue
		}
		if _, ok := reasons[key]; !ok {
			errs = append(errs, fmt.Errorf("a survivor without a reason: %s", m))
			continue
		}
		reasons[key] = true
	}
	for key, used := range reasons {
		if !used {
			errs = append(errs, fmt.Errorf("a reason without a survivor: %s", key))
		}
	}
	slices.SortFunc(errs, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
	return errors.Join(errs...)
}
