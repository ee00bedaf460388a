package main

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"golang.org/x/tools/imports"
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
	caller   string // slug of what is reported in a caller instead
	failed   bool   // a test
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

// tidy makes the imports blank that only the guard used, and imports what a fault
// needs.
func (m *mutant) tidy(text []byte) []byte {
	if m.site.kind == faulty {
		if out, err := imports.Process(m.site.file.name, text, nil); err == nil {
			return out
		}
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, m.site.file.name, text, parser.SkipObjectResolution)
	if err != nil {
		return text
	}
	used := make(map[string]bool)
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				used[id.Name] = true
			}
		}
		return true
	})
	for i, spec := range slices.Backward(f.Imports) {
		name := m.site.file.pkg.TypesInfo.PkgNameOf(m.site.file.ast.Imports[i])
		if name == nil || used[name.Name()] || spec.Name != nil {
			continue
		}
		text = slices.Insert(text, fset.Position(spec.Path.Pos()).Offset, '_', ' ')
	}
	return text
}

// same reports whether two mutants are the same text.
func (m *mutant) same(o *mutant) bool {
	return m.site.file == o.site.file && m.op == o.op && slices.Equal(m.edits, o.edits)
}

// The fates of mutants that no rule kills; else a fate is the rule's slug.
const (
	invalid  = "invalid" // does not compile
	survived = "survived"
)

func (m *mutant) fate() string {
	switch {
	case !m.compiles:
		return invalid
	case m.killer == "":
		return survived
	}
	return m.killer
}

// file is the name of the mutated file, below the name of its module.
func (m *mutant) file() string {
	c := m.site.corpus
	rel, err := filepath.Rel(c.dir, m.site.file.name)
	if err != nil {
		return m.site.file.name
	}
	return path.Join(c.name, filepath.ToSlash(rel))
}

// key is what the file of reasons has for the mutant.
func (m *mutant) key() string {
	return strings.Join([]string{m.file(), functionName(m.site.fn), m.op.name}, "\t")
}

func (m *mutant) String() string {
	line := 1 + bytes.Count(m.site.file.text[:m.edits[0].from], []byte("\n"))
	return fmt.Sprintf("%s\tline %d", m.key(), line)
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
			case invalid:
				continue
			case survived:
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
