package output

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/leapguard/leapguard/internal/finding"
)

// githubCommands name the workflow commands that annotate a line.
var githubCommands = map[finding.Severity]string{
	finding.Error:   "error",
	finding.Warning: "warning",
	finding.Info:    "notice",
}

// githubLimit is how many annotations of each command GitHub keeps of a step.
const githubLimit = 10

// The escapes of GitHub's toolkit: packages/core/src/command.ts.
var (
	githubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// GitHub writes workflow commands, which GitHub Actions turns into annotations
// of the lines: one for each finding, then one for each error, as many as
// GitHub keeps. The others follow as lines of text. Files are relative to the
// root of the repository.
func GitHub(w io.Writer, r *Report) error {
	r = r.shown()
	p := &githubPrinter{w: bufio.NewWriter(w), used: make(map[string]int)}
	for _, f := range r.Findings {
		line, column := end(f.Range)
		properties := []string{
			"file=" + githubProperty.Replace(inside(r.Root, f.File)),
			fmt.Sprintf("line=%d,endLine=%d,col=%d", f.Line, line, f.Column),
		}
		if line == f.Line && column > f.Column {
			properties = append(properties, fmt.Sprintf("endColumn=%d", column))
		}
		properties = append(properties, "title="+githubProperty.Replace(toolName+": "+f.Analyzer))
		text := strings.Join(append([]string{f.Message}, r.details(f)...), "\n")
		p.annotate(githubCommands[f.Severity], properties, text, append([]string{r.line(f)}, r.details(f)...))
	}
	for _, problem := range r.Problems {
		where, properties := r.where(problem), []string{}
		if problem.File != "" {
			properties = append(properties, "file="+githubProperty.Replace(where))
		}
		if problem.Line > 0 {
			where += fmt.Sprintf(":%d", problem.Line)
			properties = append(properties, fmt.Sprintf("line=%d", problem.Line))
		}
		properties = append(properties, "title="+toolName)
		p.annotate("error", properties, problem.String(), []string{where + ": " + problem.String()})
	}
	for _, line := range p.rest {
		fmt.Fprintln(p.w, line)
	}
	return p.w.Flush()
}

type githubPrinter struct {
	w    *bufio.Writer
	used map[string]int // annotations by command
	rest []string       // lines of what has no annotation
}

// annotate writes a command, or where there have been enough of its kind keeps
// lines for later, of which all but the first are indented.
func (p *githubPrinter) annotate(command string, properties []string, text string, lines []string) {
	if p.used[command]++; p.used[command] <= githubLimit {
		fmt.Fprintf(p.w, "::%s %s::%s\n", command, strings.Join(properties, ","), githubMessage.Replace(clean(text)))
		return
	}
	for i, line := range lines {
		if i > 0 {
			line = "  " + line
		}
		p.rest = append(p.rest, GitHubText(line))
	}
}

// clean replaces what speaks to a terminal but for the ends of lines.
func clean(text string) string {
	return strings.Map(func(c rune) rune {
		if c == '\n' || c == '\r' || c == '\t' {
			return c
		}
		return printable(c)
	}, text)
}

// GitHubText returns text of which no line is a workflow command: neither of
// the present form, which begins a line, nor of the old one, which may stand
// anywhere in it.
func GitHubText(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.ReplaceAll(oneLine(line), "##[", "# #[")
		if trimmed := strings.TrimSpace(line); strings.HasPrefix(trimmed, "::") {
			line = "./" + trimmed
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}
