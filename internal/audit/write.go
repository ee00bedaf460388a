package audit

import (
	"encoding/json"
	"fmt"
	"go/token"
	"io"
	"path/filepath"
	"strings"

	"github.com/leapguard/leapguard/internal/guard"
)

// A Writer writes lists, with files relative to a directory.
type Writer struct {
	W       io.Writer
	Dir     string // absolute
	Version string // of leapguard
}

func (w *Writer) file(name string) string {
	rel, err := filepath.Rel(w.Dir, name)
	if err != nil {
		return name
	}
	return filepath.ToSlash(rel)
}

func (w *Writer) place(pos token.Position) string {
	return fmt.Sprintf("%s:%d", w.file(pos.Filename), pos.Line)
}

// Text writes a list for people.
func (w *Writer) Text(l *List) error {
	var b strings.Builder
	last := token.Position{}
	for _, way := range l.Ways {
		if way.Pos != last {
			fmt.Fprintf(&b, "%s:%d: %s in %s\n", w.place(way.Pos), way.Pos.Column, way.Call, shorten(way.Function))
			last = way.Pos
		}
		fmt.Fprintf(&b, "  %-9s %s\n", way.Standing, w.describe(way))
		if len(way.Path) > 1 {
			for i, s := range way.Path {
				fmt.Fprintf(&b, "    %s%s calls %s at %s\n", strings.Repeat("  ", i), shorten(s.Function), s.Call, w.place(s.Pos))
			}
		}
	}
	for _, d := range l.Uncalled {
		fmt.Fprintf(&b, "%s: %s, of kind %s, is not called\n", w.place(d.Pos), shorten(d.Func), d.Kind)
	}
	for _, g := range l.Gaps {
		fmt.Fprintf(&b, "%s:%d: not resolved: %s: %s\n", w.place(g.Pos), g.Pos.Column, g.Text, g.Why)
	}
	_, err := io.WriteString(w.W, b.String())
	return err
}

// describe tells how a way is guarded.
func (w *Writer) describe(way Way) string {
	text := way.Kind
	if way.Object != "" {
		text += " of " + way.Object
	}
	switch {
	case way.Check != nil && way.Check.Text != "":
		text += fmt.Sprintf(", by %s at %s", way.Check.Text, w.place(way.Check.Pos))
	case way.Check != nil:
		text += ", at " + w.place(way.Check.Pos)
	case way.Reason != "":
		text += ": " + way.Reason
	}
	return text
}

// shorten leaves of a function's full name the last element of the package's
// path.
func shorten(name string) string {
	rest := strings.TrimLeft(name, "(*")
	return name[:len(name)-len(rest)] + rest[strings.LastIndexByte(rest, '/')+1:]
}

type jsonDocument struct {
	Version    int           `json:"version"`
	Tool       jsonTool      `json:"tool"`
	Dangers    []jsonWay     `json:"dangers"`
	Uncalled   []jsonDanger  `json:"uncalled"`
	Unresolved []jsonGap     `json:"unresolved"`
	Errors     []jsonProblem `json:"errors"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonPlace struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

type jsonWay struct {
	Kind     string `json:"kind"`
	Object   string `json:"object"`
	Call     string `json:"call"`
	Function string `json:"function"`
	jsonPlace
	Status string     `json:"status"`
	Check  *jsonCheck `json:"check"`
	Reason string     `json:"reason"`
	Path   []jsonStep `json:"path"`
}

type jsonCheck struct {
	Text string `json:"text"`
	jsonPlace
}

type jsonStep struct {
	Function string `json:"function"`
	Call     string `json:"call"`
	jsonPlace
}

type jsonDanger struct {
	Kind     string `json:"kind"`
	Function string `json:"function"`
	jsonPlace
}

type jsonGap struct {
	Text   string `json:"text"`
	Reason string `json:"reason"`
	jsonPlace
}

// A Problem kept a package from being audited.
type Problem struct {
	Package string
	Message string
}

type jsonProblem struct {
	Package string `json:"package"`
	Message string `json:"message"`
}

// jsonVersion changes when a member changes its meaning or goes away.
const jsonVersion = 1

func (w *Writer) jsonPlace(pos token.Position) jsonPlace {
	return jsonPlace{w.file(pos.Filename), pos.Line, pos.Column}
}

// JSON writes a list, and what could not be audited, as one document.
func (w *Writer) JSON(l *List, problems []Problem) error {
	doc := jsonDocument{
		Version: jsonVersion, Tool: jsonTool{"leapguard", w.Version},
		Dangers: []jsonWay{}, Uncalled: []jsonDanger{}, Unresolved: []jsonGap{}, Errors: []jsonProblem{},
	}
	for _, way := range l.Ways {
		doc.Dangers = append(doc.Dangers, w.jsonWay(way))
	}
	for _, d := range l.Uncalled {
		doc.Uncalled = append(doc.Uncalled, jsonDanger{d.Kind, d.Func, w.jsonPlace(d.Pos)})
	}
	for _, g := range l.Gaps {
		doc.Unresolved = append(doc.Unresolved, jsonGap{g.Text, g.Why, w.jsonPlace(g.Pos)})
	}
	for _, p := range problems {
		doc.Errors = append(doc.Errors, jsonProblem(p))
	}
	enc := json.NewEncoder(w.W)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}

func (w *Writer) jsonWay(way Way) jsonWay {
	out := jsonWay{
		Kind: way.Kind, Object: way.Object, Call: way.Call, Function: way.Function, jsonPlace: w.jsonPlace(way.Pos),
		Status: string(way.Standing), Check: w.jsonCheck(way.Check), Reason: way.Reason,
	}
	for _, s := range way.Path {
		out.Path = append(out.Path, jsonStep{s.Function, s.Call, w.jsonPlace(s.Pos)})
	}
	return out
}

func (w *Writer) jsonCheck(p *guard.Proof) *jsonCheck {
	if p == nil {
		return nil
	}
	return &jsonCheck{p.Text, w.jsonPlace(p.Pos)}
}
