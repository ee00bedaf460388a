package output

import (
	"encoding/xml"
	"io"
	"strings"

	"github.com/leapguard/leapguard/internal/finding"
)

// checkstyleVersion is that of the Checkstyle whose reports look like ours, not
// of leapguard: some readers tell the form by it.
const checkstyleVersion = "5.0"

type (
	checkstyleReport struct {
		XMLName xml.Name          `xml:"checkstyle"`
		Version string            `xml:"version,attr"`
		Files   []*checkstyleFile `xml:"file"`
	}
	checkstyleFile struct {
		Name   string            `xml:"name,attr"`
		Errors []checkstyleError `xml:"error"`
	}
	checkstyleError struct {
		Line     int    `xml:"line,attr"`
		Column   int    `xml:"column,attr,omitempty"`
		Severity string `xml:"severity,attr"` // as finding.Severity has it
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
)

// Checkstyle writes a report as the tool of that name does. Files are relative
// to the root of the repository. What a message says beyond the finding itself
// stands on further lines of it.
func Checkstyle(w io.Writer, r *Report) error {
	r = r.shown()
	doc := checkstyleReport{Version: checkstyleVersion}
	files := make(map[string]*checkstyleFile)
	add := func(name string, e checkstyleError) {
		if files[name] == nil {
			files[name] = &checkstyleFile{Name: name}
			doc.Files = append(doc.Files, files[name])
		}
		files[name].Errors = append(files[name].Errors, e)
	}
	for _, f := range r.Findings {
		add(inside(r.Root, f.File), checkstyleError{
			Line:     f.Line,
			Column:   f.Column,
			Severity: f.Severity.String(),
			Message:  strings.Join(append([]string{f.Message}, r.details(f)...), "\n"),
			Source:   toolName + "." + f.Analyzer,
		})
	}
	for _, p := range r.Problems {
		add(r.where(p), checkstyleError{
			Line:     p.Line,
			Column:   p.Column,
			Severity: finding.Error.String(),
			Message:  p.String(),
			Source:   toolName,
		})
	}
	return encodeXML(w, doc)
}

// encodeXML writes an XML document as people read it. Attributes keep the line
// breaks in them, which encoding/xml writes as character references.
func encodeXML(w io.Writer, doc any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
