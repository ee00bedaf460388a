package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/leapguard/leapguard/analyzers"
)

// An obligation is what must hold of one of the two paths, with what shows that it
// does.
type obligation struct {
	Text      string
	rules     []string // that would report a breach
	rows      []string // of the requirements whose tests would fail
	operators []string // of the mutants that are a breach
}

// certificate is the path from the start of a guest agent to its certificate.
var certificate = []obligation{
	{"No date is computed from the fields of another one, or built as text.",
		[]string{"yearadd", "monthadd", "fieldmath"}, []string{"LD-09", "LD-10"},
		[]string{"year + 1 as fields", "year + 1 as text", "year + 1 by AddDate", "year of a window as fields", "three months by AddDate"}},
	{"The time is a parameter, and a day begins at midnight in UTC.",
		[]string{"localutc", "truncday", "tornnow"}, []string{"LD-08"}, []string{"local midnight"}},
	{"The window is neither empty nor inverted nor longer than a year, which is looked at before signing.",
		[]string{"badvalidity", "fixedyear", "longcert"}, []string{"LD-08", "LD-09"},
		[]string{"a window that nobody looks at", "year of a window as 365 days"}},
	{"An error is returned and told, not dropped, and ends no program.",
		[]string{"certdrop", "certfatal"}, []string{"LD-11"}, []string{"an error of signing dropped"}},
	{"Each certificate has a key of its own, and none stands in the source.",
		[]string{"embeddedkey", "sharedcert", "staticcert"}, []string{"LD-06", "LD-07"},
		[]string{"a key from the source", "a seed from the source"}},
}

// prepare is the path from an event to the formatting of a disk.
var prepare = []obligation{
	{"Each way to what destroys passes a check of the same object.",
		[]string{"unguarded", "openflag"}, []string{"ST-04", "ST-10", "LD-13"},
		[]string{"remove the guard", "move it behind the danger", "check another object"}},
	{"What the check says is looked at.",
		[]string{"unguarded", "ignoredguard", "failopen"}, []string{"ST-10"},
		[]string{"invert it", "ignore its result", "let its error fall through"}},
	{"The permit is of the present term when it is used, for this node, and used once.",
		nil, []string{"ST-04"},
		[]string{"an old permit is accepted", "an old term is obeyed", "a permit is used twice", "a permit for something else"}},
	{"What is loaded, and a new primary, order nothing: New returns no actions, so that a primary which begins with one does not compile; what an earlier one ordered waits until it is stored and asked for.",
		[]string{"unguarded"}, []string{"ST-08", "ST-09"}, []string{"what was loaded is acted on", "an order that is not stored"}},
	{"A way through an interface, a closure, a goroutine or a deferred call counts.",
		[]string{"unguarded"}, []string{"ST-10"},
		[]string{"without the guard, in a closure", "without the guard, in a goroutine", "without the guard, in a deferred call", "without the guard, through an interface"}},
	{"Protection is on again after the repair, whatever came of it.",
		[]string{"unrestored"}, []string{"ST-05", "ST-06", "ST-07"},
		[]string{"protection is left off", "protection is not ordered", "a lease is not released", "a lease never ends"}},
	{"Healing destroys no more than its budget, in which heals in flight count.",
		[]string{"unguarded"}, []string{"LD-19", "LD-45"}, []string{"heals in flight do not count"}},
}

// oblige puts the obligations on the page, after the mutants. What they name exists.
func oblige(p *proof) error {
	requirements, err := os.ReadFile("docs/requirements.md")
	if err != nil {
		return err
	}
	for _, list := range []struct {
		from []obligation
		to   *[]string
	}{{certificate, &p.Certificate}, {prepare, &p.Prepare}} {
		for _, o := range list.from {
			if err := o.check(string(requirements), p.Mutants); err != nil {
				return err
			}
			*list.to = append(*list.to, o.String())
		}
	}
	return nil
}

// check looks for what an obligation names among the rules, the rows with tests of
// docs/requirements.md, and the table of mutants.
func (o obligation) check(requirements, mutants string) error {
	for _, slug := range o.rules {
		if analyzers.Lookup(slug) == nil {
			return fmt.Errorf("%s: no rule %s", o.Text, slug)
		}
	}
	for _, id := range o.rows {
		row := regexp.MustCompile(`(?m)^\| ` + id + ` \|.*\|$`).FindString(requirements)
		if row == "" || strings.HasSuffix(row, "| open |") {
			return fmt.Errorf("%s: no test for %s in docs/requirements.md", o.Text, id)
		}
	}
	for _, name := range o.operators {
		if !regexp.MustCompile(`(?m)^\| ` + regexp.QuoteMeta(name) + ` +\|`).MatchString(mutants) {
			return fmt.Errorf("%s: no mutant by %q", o.Text, name)
		}
	}
	return nil
}

// String returns the row of the table.
func (o obligation) String() string {
	rules := "none: a protocol is for tests"
	if len(o.rules) > 0 {
		rules = "`" + strings.Join(o.rules, "`, `") + "`"
	}
	return fmt.Sprintf("| %s | %s | %s | %s |", o.Text, rules, strings.Join(o.rows, ", "), strings.Join(o.operators, "; "))
}
