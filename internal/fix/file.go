package fix

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
)

// A file is one that a fix would change.
type file struct {
	name   string
	disk   []byte // what was analysed first
	text   []byte // with the fixes of former rounds
	next   []byte // with those that are tried now
	unsafe bool   // some of them are not safe
	closed string // why it is not to be changed
}

// open returns a file. An error means that nothing can be fixed at all.
func (m *maker) open(name string) (*file, error) {
	if f := m.files[name]; f != nil {
		return f, nil
	}
	f := &file{name: name}
	m.files[name] = f
	if _, known := slices.BinarySearch(m.result.Files, name); !known || filepath.Ext(name) != ".go" {
		f.closed = "it would change a file that is no Go file of the packages analysed"
		return f, nil
	}
	info, err := os.Lstat(name)
	if err != nil {
		return nil, err
	}
	switch mode := info.Mode(); {
	case mode.Type() == os.ModeSymlink:
		f.closed = "the file is a symbolic link"
	case !mode.IsRegular():
		f.closed = "the file is not a regular one"
	case mode.Perm()&0o200 == 0:
		f.closed = "the file is read-only"
	}
	if f.disk, err = os.ReadFile(name); err != nil {
		return nil, err
	}
	if !m.digests.Match(name, f.disk) {
		return nil, fmt.Errorf("%s was changed while it was analysed; nothing is written; run leapguard again", name)
	}
	f.text = f.disk
	if isGenerated(f.disk) {
		f.closed = "the file is generated"
	}
	return f, nil
}

// isGenerated reports whether the text of a file says that it is generated.
func isGenerated(text []byte) bool {
	f, _ := parser.ParseFile(token.NewFileSet(), "", text, parser.PackageClauseOnly|parser.ParseComments)
	return f != nil && ast.IsGenerated(f)
}

// touched returns the files that candidates change, each once.
func touched(list []*candidate) []*file {
	var out []*file
	for _, c := range list {
		for _, e := range c.edits {
			if !slices.Contains(out, e.file) {
				out = append(out, e.file)
			}
		}
	}
	return out
}

func names(files []*file) []string {
	var out []string
	for _, f := range files {
		out = append(out, f.name)
	}
	return out
}

// render makes the next texts of the files that candidates change.
func (m *maker) render(list []*candidate) error {
	for _, f := range touched(list) {
		var edits []edit
		for _, c := range list {
			for _, e := range c.edits {
				if e.file == f && (e.from == e.to || !slices.Contains(edits, e)) {
					edits = append(edits, e)
				}
			}
		}
		slices.SortStableFunc(edits, func(a, b edit) int {
			if a.from != b.from {
				return a.from - b.from
			}
			return a.to - b.to
		})
		var out bytes.Buffer
		at := 0
		for _, e := range edits {
			out.Write(f.text[at:e.from])
			out.WriteString(e.text)
			at = e.to
		}
		out.Write(f.text[at:])
		var err error
		if f.next, err = tidy(f.text, out.Bytes()); err != nil {
			return fmt.Errorf("%s would not be Go: %w", f.name, err)
		}
	}
	return nil
}
