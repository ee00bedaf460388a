package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/output"
)

// A format is a value of --format.
type format struct {
	name  string
	write func(*app, *output.Report, *flags) error
	// closes says that the line that sums the run up goes to standard error,
	// since the format has no place for the reference date.
	closes bool
	// suppressed says that it has a place for what comments suppress.
	suppressed bool
}

var formats = []format{
	{"text", (*app).printText, true, true},
	{"json", plainFormat(output.JSON), false, true},
	{"jsonl", plainFormat(output.JSONLines), false, true},
	{"sarif", plainFormat(output.SARIF), false, true},
	{"github", (*app).printGitHub, true, false},
	{"gitlab", plainFormat(output.GitLab), true, false},
	{"rdjson", plainFormat(output.RDJSON), true, false},
	{"checkstyle", plainFormat(output.Checkstyle), true, false},
	{"junit", plainFormat(output.JUnit), false, false},
}

// formatNames lists the values of --format.
var formatNames = func() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}()

// formatOf returns the format of a name.
func formatOf(name string) (format, error) {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	if i < 0 {
		return format{}, fmt.Errorf("unknown format %q (want %s)", name, strings.Join(formatNames, ", "))
	}
	return formats[i], nil
}

// plainFormat makes a format of a function that needs no more than the report.
func plainFormat(write func(w io.Writer, r *output.Report) error) func(*app, *output.Report, *flags) error {
	return func(a *app, r *output.Report, _ *flags) error { return write(a.stdout, r) }
}

func (a *app) printText(r *output.Report, f *flags) error {
	return output.Text(a.stdout, r, output.TextOptions{Frames: !f.noFrames, Color: useColor(a.stdout, a.getenv)})
}

// summaryLimit is how many bytes GitHub shows of the summary of a step; of a
// longer one it shows nothing.
const summaryLimit = 1 << 20

// printGitHub writes the annotations, and the summary of the job where GitHub
// Actions says that there is one.
func (a *app) printGitHub(r *output.Report, _ *flags) error {
	if err := output.GitHub(a.stdout, r); err != nil {
		return err
	}
	name := a.getenv("GITHUB_STEP_SUMMARY")
	if name == "" {
		return nil
	}
	if err := appendSummary(name, r); err != nil {
		return fmt.Errorf("GITHUB_STEP_SUMMARY: %w", err)
	}
	return nil
}

// appendSummary appends as much of a report to the summary of a step as there
// is room for: earlier commands of the step may have written to it.
func appendSummary(name string, r *output.Report) (err error) {
	used := 0
	switch info, err := os.Stat(name); {
	case err == nil:
		used = int(min(info.Size(), summaryLimit))
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return output.Summary(file, r, summaryLimit-used)
}
