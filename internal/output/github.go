package output

import (
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

// The escapes of GitHub's toolkit: packages/core/src/command.ts.
var (
	githubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// GitHub writes one workflow command for each finding, which GitHub Actions
// turns into an annotation of the line. Files are relative to the root of the
// repository.
func GitHub(w io.Writer, r *Report) error {
	for _, f := range r.Findings {
		line, _ := end(f.Range)
		_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,endLine=%d,col=%d,title=%s::%s\n",
			githubCommands[f.Severity],
			githubProperty.Replace(inside(r.Root, f.File)),
			f.Line, line, f.Column,
			githubProperty.Replace("leapguard: "+f.Analyzer),
			githubMessage.Replace(r.githubText(f)))
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *Report) githubText(f finding.Finding) string {
	var text strings.Builder
	text.WriteString(f.Message)
	for _, rel := range f.Related {
		fmt.Fprintf(&text, "\n%s:%d: %s", inside(r.Root, rel.File), rel.Line, rel.Message)
	}
	if f.URL != "" {
		text.WriteString("\n" + f.URL)
	}
	return text.String()
}
