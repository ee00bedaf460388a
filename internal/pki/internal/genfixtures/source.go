package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"go/format"
	"path"
	"strconv"
	"strings"
)

// A form is the way in which Go source holds a fixture.
type form int

const (
	rawConst    form = iota // const x = `...`
	rawBytes                // var x = []byte(`...`)
	sumConst                // const x = "..." + "..."
	base64Var               // var x = "..."
	base64Const             // const x = "..."
	derBytes                // var x = []byte{...}
	escaped                 // var x = "...", line breaks written as \n once more
	bodyVar                 // var x = "...", without the lines of dashes
	linesVar                // var x = []string{"...", ...}, the lines
)

// A decl declares one fixture, with the finding that a check is to have there.
type decl struct {
	name string
	form form
	of   string // fixture, see pemOf
	want string // regular expression, "" for none
}

// source returns the Go file that declares the fixtures.
func (o output) source() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("// The keys and certificates here come from internal/pki/internal/genfixtures.\n\n")
	pkg := path.Base(path.Dir(o.file))
	fmt.Fprintf(&b, "package %s\n", pkg)
	for _, d := range o.decl {
		b.WriteString("\n")
		if err := d.print(&b); err != nil {
			return nil, err
		}
	}
	return format.Source(b.Bytes())
}

func (d decl) print(b *bytes.Buffer) error {
	text, err := pemOf(d.of)
	if err != nil {
		return err
	}
	want := ""
	if d.want != "" {
		want = " /* want " + strconv.Quote(d.want) + " */ "
	}
	switch d.form {
	case rawConst:
		fmt.Fprintf(b, "const %s = %s`%s`\n", d.name, want, text)
	case rawBytes:
		fmt.Fprintf(b, "var %s = %s[]byte(`%s`)\n", d.name, want, text)
	case sumConst:
		lines := strings.SplitAfter(strings.TrimSpace(string(text)), "\n")
		for i := range lines {
			lines[i] = strconv.Quote(lines[i])
		}
		fmt.Fprintf(b, "const %s = %s%s\n", d.name, want, strings.Join(lines, " +\n"))
	case base64Var, base64Const:
		keyword := map[form]string{base64Var: "var", base64Const: "const"}[d.form]
		fmt.Fprintf(b, "%s %s = %s%q\n", keyword, d.name, want, base64.StdEncoding.EncodeToString(text))
	case escaped:
		fmt.Fprintf(b, "var %s = %s%q\n", d.name, want, strings.ReplaceAll(string(text), "\n", `\n`))
	case bodyVar:
		lines := strings.Split(strings.TrimSpace(string(text)), "\n")
		fmt.Fprintf(b, "var %s = %s%q\n", d.name, want, strings.Join(lines[1:len(lines)-1], "\n"))
	case linesVar:
		fmt.Fprintf(b, "var %s = []string{\n", d.name)
		// The finding stands at the first line of the body: headers hold nothing.
		for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
			if i != 1 {
				fmt.Fprintf(b, "%q,\n", line)
			} else {
				fmt.Fprintf(b, "%s%q,\n", want, line)
			}
		}
		b.WriteString("}\n")
	case derBytes:
		_, der, err := derOf(d.of)
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "var %s = []byte{%s", d.name, want)
		for i, c := range der {
			if i%16 == 0 {
				b.WriteString("\n")
			}
			fmt.Fprintf(b, "0x%02x, ", c)
		}
		b.WriteString("\n}\n")
	}
	return nil
}
