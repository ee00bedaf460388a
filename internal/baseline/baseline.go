// Package baseline keeps the findings that a project knows and does not want to
// hear of again, so that only new ones count.
//
// A finding is known by its fingerprint, see [finding.Fingerprint]: by rule,
// package, declaration and normalized text, never by file or line.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
)

// FileName is the usual name of a baseline.
const FileName = ".leapguard-baseline.json"

// version changes when an older leapguard would misread the file.
const version = 1

// An Entry is a known finding. Only the fingerprint, the package and the rule
// count; the rest tells a reader what it is about.
type Entry struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	Package     string `json:"package"`
	Declaration string `json:"declaration,omitempty"`
	// Profile is "strict" if the finding was made in that profile, where options
	// of rules differ, else "".
	Profile string `json:"profile,omitempty"`
	// Now is the earliest reference date on which a rule that depends on it is
	// known to have reported, YYYY-MM-DD; "" for other rules.
	Now  string `json:"now,omitempty"`
	Code string `json:"code,omitempty"`
}

// A Baseline is a set of known findings.
type Baseline struct {
	Entries []Entry        // without duplicates
	lines   map[string]int // of the entries in the file, by fingerprint
}

// Line returns the 1-based line of an entry of a baseline that was read, else 0.
func (b *Baseline) Line(e Entry) int { return b.lines[e.Fingerprint] }

// Read reads the file of a baseline. Errors name the file, and the line where
// there is one.
func Read(name string) (*Baseline, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such baseline; leapguard baseline write makes it: %w", name, fs.ErrNotExist)
	}
	if err != nil {
		return nil, err
	}
	return parse(name, data)
}

// ReadIfAny is like [Read], but a file that is not there is an empty baseline.
func ReadIfAny(name string) (*Baseline, error) {
	b, err := Read(name)
	if errors.Is(err, fs.ErrNotExist) {
		return new(Baseline), nil
	}
	return b, err
}

var fingerprint = regexp.MustCompile(`^[0-9a-f]{32}$`)

func parse(name string, data []byte) (*Baseline, error) {
	fail := func(offset int, format string, args ...any) (*Baseline, error) {
		line := 1 + bytes.Count(data[:min(max(offset, 0), len(data))], []byte("\n"))
		return nil, fmt.Errorf("%s:%d: %w", name, line, fmt.Errorf(format, args...))
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // as editors of Windows write it
	var head struct {
		Version *int `json:"version"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		syntax, ok := errors.AsType[*json.SyntaxError](err)
		if ok {
			return fail(int(syntax.Offset)-1, "not a baseline: %w; resolve conflicts of merging, or delete the file and write it anew", err)
		}
		return fail(0, "not a baseline: %w", readable(err))
	}
	switch {
	case head.Version == nil:
		return fail(0, "not a baseline: it has no version")
	case *head.Version != version:
		return fail(bytes.Index(data, []byte(`"version"`)), "baseline of version %d, this leapguard reads version %d; use the leapguard that wrote it, or delete it and write it anew", *head.Version, version)
	}
	var doc struct {
		Version  int               `json:"version"`
		Findings []json.RawMessage `json:"findings"`
	}
	if err := strict(data, &doc); err != nil {
		return fail(0, "not a baseline: %w", err)
	}
	b := &Baseline{lines: make(map[string]int)}
	at, line := 0, 1
	for _, raw := range doc.Findings {
		start := at + bytes.Index(data[at:], raw) // raw messages are parts of the data
		line += bytes.Count(data[at:start], []byte("\n"))
		at = start
		var e Entry
		if err := strict(raw, &e); err != nil {
			return fail(at, "%w", err)
		}
		switch {
		case !fingerprint.MatchString(e.Fingerprint):
			return fail(at, "fingerprint %q is not of 32 hexadecimal digits", e.Fingerprint)
		case e.Rule == "" || e.Package == "":
			return fail(at, "entry %s without rule or package", e.Fingerprint)
		case b.lines[e.Fingerprint] > 0:
			return fail(at, "fingerprint %s is there twice, first in line %d; remove one", e.Fingerprint, b.lines[e.Fingerprint])
		}
		b.Entries, b.lines[e.Fingerprint] = append(b.Entries, e), line
		line += bytes.Count(raw, []byte("\n"))
		at += len(raw)
	}
	return b, nil
}

// strict decodes a JSON value without unknown keys.
func strict(data []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return readable(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one document")
	}
	return nil
}

// readable words an error of decoding without the names of our types.
func readable(err error) error {
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fmt.Errorf("%s cannot be %s", cmp.Or(wrong.Field, "the value"), wrong.Value)
	}
	return errors.New(strings.TrimPrefix(err.Error(), "json: "))
}

// New makes a baseline of entries. Of those with one fingerprint, the first
// counts.
func New(entries []Entry) *Baseline {
	b := new(Baseline)
	seen := make(map[string]bool)
	for _, e := range entries {
		if !seen[e.Fingerprint] {
			seen[e.Fingerprint] = true
			b.Entries = append(b.Entries, e)
		}
	}
	slices.SortFunc(b.Entries, func(a, b Entry) int {
		return cmp.Or(
			cmp.Compare(a.Package, b.Package),
			cmp.Compare(a.Declaration, b.Declaration),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Fingerprint, b.Fingerprint),
		)
	})
	return b
}

// Encode returns the text of the file, one line for each entry: the same for the
// same entries.
func (b *Baseline) Encode() ([]byte, error) {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"version\": %d,\n  \"findings\": [", version)
	for i, e := range b.Entries {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e); err != nil {
			return nil, err
		}
		out.Write(bytes.TrimSpace(line.Bytes()))
	}
	if len(b.Entries) > 0 {
		out.WriteString("\n  ")
	}
	out.WriteString("]\n}\n")
	return out.Bytes(), nil
}
