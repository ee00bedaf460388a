// Proof writes docs/proof.md: what leapguard, the audit, the tests and the mutants say
// of the two paths of fabric that the outages were about.
//
// Usage:
//
//	go run ./scripts/proof [-w]
//
// Without -w it fails if the page is not what it would write, or if anything in it is
// no proof: a finding, a suppression, a waiver, an unguarded way, a call that the audit
// could not resolve, or a mutant that is neither reported nor fails a test. It takes
// some minutes.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"strings"
	"text/template"
)

const page = "docs/proof.md"

//go:embed proof.md.tmpl
var text string

func main() {
	log.SetFlags(0)
	log.SetPrefix("proof: ")
	write := flag.Bool("w", false, "write "+page)
	flag.Parse()
	want, err := render()
	if err != nil {
		log.Fatal(err)
	}
	if *write {
		if err := os.WriteFile(page, want, 0o666); err != nil {
			log.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(page)
	if err != nil {
		log.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		log.Fatalf("%s is not what it proves; run go run ./scripts/proof -w and look at the difference", page)
	}
}

// A proof is what the page is made of.
type proof struct {
	Packages []string // with what leapguard says of each
	Audit    string
	Mutants  string
	Single   []string // mutants that only one of analysis and tests catches

	Certificate, Prepare []string // rows of the tables of obligations
}

func render() ([]byte, error) {
	var p proof
	for _, step := range []func(*proof) error{noSuppressions, analyse, audit, mutate, oblige} {
		if err := step(&p); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	err := template.Must(template.New(page).Parse(text)).Execute(&out, p)
	return out.Bytes(), err
}

// run returns what a go command prints. An exit code other than 0 is an error with
// what it said.
func run(args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("go %s: %w\n%s%s", strings.Join(args, " "), err, stdout.String(), stderr.String())
	}
	return stdout.String(), nil
}

// noSuppressions looks for comments that would hide a finding.
func noSuppressions(*proof) error {
	out, err := exec.Command("git", "grep", "-nE", "leapguard:(ignore|ok)|nolint", "--", "fabric/*.go").Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 {
		return nil
	}
	if err != nil {
		return err
	}
	return fmt.Errorf("there are suppressions:\n%s", out)
}

// analyse runs both profiles over all packages.
func analyse(p *proof) error {
	for _, profile := range []string{"default", "strict"} {
		out, err := run("run", "./cmd/leapguard", "--profile", profile, "--fail-on", "info", "-f", "json", "./fabric/...")
		if err != nil {
			return err
		}
		var report struct {
			Findings []any `json:"findings"`
			Errors   []any `json:"errors"`
		}
		if err := json.Unmarshal([]byte(out), &report); err != nil {
			return err
		}
		if len(report.Findings)+len(report.Errors) > 0 {
			return fmt.Errorf("leapguard reports something in the %s profile:\n%s", profile, out)
		}
	}
	out, err := run("list", "-f", "{{.ImportPath}}: {{.Doc}}", "./fabric/...")
	if err != nil {
		return err
	}
	for line := range strings.Lines(out) {
		_, rest, _ := strings.Cut(strings.TrimSpace(line), "/fabric/")
		p.Packages = append(p.Packages, rest)
	}
	return nil
}

// audit lists the ways to what destroys.
func audit(p *proof) error {
	out, err := run("run", "./cmd/leapguard", "audit", "--fail-unguarded", "./fabric/...")
	if err != nil {
		return err
	}
	for _, bad := range []string{"unguarded", "waived", "unresolved", "caller must check"} {
		if strings.Contains(out, bad) {
			return fmt.Errorf("the audit lists something %s:\n%s", bad, out)
		}
	}
	for _, danger := range []string{"prepare", "quickFormat", "reinit"} {
		if !strings.Contains(out, danger) {
			return fmt.Errorf("the audit does not list %s:\n%s", danger, out)
		}
	}
	p.Audit = strings.TrimSpace(out)
	return nil
}

// mutate breaks fabric in the ways of the outages.
func mutate(p *proof) error {
	out, err := run("run", "./scripts/mutants", "-v", "-faults", "-test", "-reasons", "docs/proof-mutants.tsv", "fabric")
	if err != nil {
		return err
	}
	_, table, found := strings.Cut(out, "\n\n")
	if !found {
		return fmt.Errorf("no table of mutants:\n%s", out)
	}
	p.Mutants = strings.TrimSpace(table)
	reasons, err := os.ReadFile("docs/proof-mutants.tsv")
	if err != nil {
		return err
	}
	for i, line := range strings.Split(strings.TrimSpace(string(reasons)), "\n") {
		if f := strings.Split(line, "\t"); i > 0 && len(f) == 4 {
			p.Single = append(p.Single, fmt.Sprintf("`%s` of %s: %s", f[1], strings.TrimPrefix(f[0], "fabric/"), f[2]+" - "+f[3]))
		}
	}
	return nil
}
