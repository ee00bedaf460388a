package output

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/leapguard/leapguard/internal/finding"
)

// TextOptions choose how [Text] shows findings.
type TextOptions struct {
	Frames bool // show the source, related positions and the rule's address
	Color  bool // use ANSI escapes
}

// The ANSI escapes in use.
const (
	bold   = "\x1b[1m"
	red    = "\x1b[1;31m"
	yellow = "\x1b[1;33m"
	cyan   = "\x1b[36m"
	reset  = "\x1b[0m"
)

var severityColors = map[finding.Severity]string{
	finding.Error:   red,
	finding.Warning: yellow,
	finding.Info:    cyan,
}

// Text writes findings for people: for each a line
//
//	file:line:col: severity: message (slug)
//
// and, with frames, the source with the range underlined, the related
// positions with theirs, and the address of the rule's page. What is suppressed comes
// last, with that word in the place of the severity and the reason behind the slug.
func Text(w io.Writer, r *Report, opts TextOptions) error {
	r = r.shown()
	p := &textPrinter{w: bufio.NewWriter(w), r: r, opts: opts, src: newSources(r)}
	for i, f := range slices.Concat(r.Findings, r.Suppressed) {
		if i > 0 && opts.Frames {
			fmt.Fprintln(p.w)
		}
		p.finding(f)
	}
	return p.w.Flush()
}

type textPrinter struct {
	w    *bufio.Writer
	r    *Report
	opts TextOptions
	src  *sources
}

func (p *textPrinter) finding(f finding.Finding) {
	color, kind, source := severityColors[f.Severity], f.Severity.String(), f.Analyzer
	if s := f.Suppression; s != nil {
		color, kind, source = cyan, "suppressed", source+": "+oneLine(s.Reason)
	}
	fmt.Fprintf(p.w, "%s: %s: %s (%s)\n",
		p.paint(bold, p.position(f.Range)), p.paint(color, kind), oneLine(f.Message), source)
	if !p.opts.Frames {
		return
	}
	gutter := p.gutter(f)
	p.frame(f.Range, gutter, '^', color)
	for _, rel := range f.Related {
		fmt.Fprintf(p.w, "  %s: %s\n", p.paint(bold, p.position(rel.Range)), oneLine(rel.Message))
		p.frame(rel.Range, gutter, '-', cyan)
	}
	if f.URL != "" {
		fmt.Fprintf(p.w, "  %s\n", f.URL)
	}
}

func (p *textPrinter) position(r finding.Range) string {
	return fmt.Sprintf("%s:%d:%d", oneLine(Relative(p.r.Dir, r.File)), r.Line, r.Column)
}

// gutter returns the width of the greatest line number in the frames of a
// finding.
func (p *textPrinter) gutter(f finding.Finding) int {
	greatest, _ := last(f.Range)
	for _, rel := range f.Related {
		line, _ := last(rel.Range)
		greatest = max(greatest, line)
	}
	return len(fmt.Sprint(greatest))
}

func (p *textPrinter) frame(r finding.Range, gutter int, mark rune, color string) {
	for _, row := range frame(p.src, r) {
		if row.number == 0 {
			fmt.Fprintf(p.w, "  %s\n", p.paint(cyan, fmt.Sprintf("%*s", gutter, "...")))
			continue
		}
		fmt.Fprintf(p.w, "  %s %s\n", p.paint(cyan, fmt.Sprintf("%*d |", gutter, row.number)), row.text)
		marks := strings.Repeat(string(mark), row.to-row.from)
		fmt.Fprintf(p.w, "  %s %s%s\n", p.paint(cyan, fmt.Sprintf("%*s |", gutter, "")), strings.Repeat(" ", row.from), p.paint(color, marks))
	}
}

func (p *textPrinter) paint(color, s string) string {
	if !p.opts.Color {
		return s
	}
	return color + s + reset
}

// oneLine replaces what would break the line or speak to the terminal.
func oneLine(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t':
			return ' '
		}
		return printable(c)
	}, s)
}

// printable replaces a character that speaks to the terminal, or turns the text
// around.
func printable(c rune) rune {
	if !unicode.IsPrint(c) && !unicode.Is(unicode.Zs, c) {
		return unicode.ReplacementChar
	}
	return c
}
