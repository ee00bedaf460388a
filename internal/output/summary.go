package output

import (
	"fmt"
	"io"
	"strings"
)

// Summary writes a report in Markdown, as GitHub shows it on the page of a
// job, in at most limit bytes: what does not fit is counted.
func Summary(w io.Writer, r *Report, limit int) error {
	if limit < summaryReserve {
		return nil
	}
	r = r.shown()
	s := &summary{left: limit, entries: len(r.Findings) + len(r.Problems)}
	s.add(fmt.Sprintf("## leapguard\n\n%s, reference date %s\n", r.counts(), r.date()))
	s.table("| severity | place | finding | rule |\n|---|---|---|---|\n", len(r.Findings), func(i int) string {
		f := r.Findings[i]
		cells := []string{
			f.Severity.String(),
			fmt.Sprintf("%s:%d", markdown(inside(r.Root, f.File)), f.Line),
			markdown(f.Message),
			markdown(f.Analyzer),
		}
		if f.URL != "" {
			cells[3] = "[" + cells[3] + "](" + f.URL + ")"
		}
		for _, rel := range f.Related {
			cells[2] += fmt.Sprintf("<br>%s:%d: %s", markdown(inside(r.Root, rel.File)), rel.Line, markdown(rel.Message))
		}
		return "| " + strings.Join(cells, " | ") + " |\n"
	})
	s.table("| place | error |\n|---|---|\n", len(r.Problems), func(i int) string {
		p := r.Problems[i]
		where := markdown(r.where(p))
		if p.Line > 0 {
			where += fmt.Sprintf(":%d", p.Line)
		}
		return "| " + where + " | " + markdown(p.String()) + " |\n"
	})
	if s.entries > 0 {
		s.text.WriteString(fmt.Sprintf(summaryMore, s.entries))
	}
	_, err := io.WriteString(w, s.text.String())
	return err
}

const (
	// summaryMore is the line for the findings and errors that do not fit.
	summaryMore = "\n%d more stand in the log of the step.\n"
	// summaryReserve is what that line takes at most.
	summaryReserve = len(summaryMore) + 20
)

type summary struct {
	text    strings.Builder
	left    int // bytes
	entries int // findings and errors that are not there yet
	full    bool
}

// add appends a piece of text if there is room for it and for the last line.
// Nothing goes behind a piece that did not fit.
func (s *summary) add(piece string) bool {
	if s.full = s.full || len(piece)+summaryReserve > s.left; s.full {
		return false
	}
	s.left -= len(piece)
	s.text.WriteString(piece)
	return true
}

// table adds the rows of a table, with its head before the first.
func (s *summary) table(head string, rows int, row func(int) string) {
	for i := range rows {
		piece := row(i)
		if i == 0 {
			piece = "\n" + head + piece
		}
		if s.add(piece) {
			s.entries--
		}
	}
}

// counts says how many findings and errors there are.
func (r *Report) counts() string {
	count := func(n int, noun string) string {
		if n == 1 {
			return "1 " + noun
		}
		return fmt.Sprintf("%d %ss", n, noun)
	}
	if len(r.Problems) == 0 {
		return count(len(r.Findings), "finding")
	}
	return count(len(r.Findings), "finding") + ", " + count(len(r.Problems), "error")
}

// markdown returns plain text as Markdown for a line or the cell of a table. By
// CommonMark, a backslash takes its meaning from any punctuation of ASCII.
func markdown(text string) string {
	var out strings.Builder
	for _, c := range oneLine(text) {
		if strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) {
			out.WriteByte('\\')
		}
		out.WriteRune(c)
	}
	return out.String()
}

// markdownLines returns lines of plain text as paragraphs of Markdown. The
// address of a page stays what it is.
func markdownLines(lines []string) string {
	shown := make([]string, len(lines))
	for i, line := range lines {
		if shown[i] = markdown(line); strings.HasPrefix(line, "https://") {
			shown[i] = "<" + line + ">"
		}
	}
	return strings.Join(shown, "\n\n")
}
