// Precision prints, for a file of labelled findings, how many findings of each
// rule are right, with the Wilson score interval at 95%.
//
// Usage:
//
//	go run ./scripts/precision docs/evidence/date-labels.tsv
//
// The file has a header line and one line per finding, its columns separated by
// tabs: repository, commit, file, line, rule, verdict, reason. The verdict is
// true, false, or uncalled: right about a function that nothing in its repository
// calls. The table counts uncalled as false; a line below it leaves them out.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("precision: ")
	if len(os.Args) != 2 {
		log.Fatal("usage: precision FILE")
	}
	file, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	rules, err := read(file)
	if err := errors.Join(err, file.Close()); err != nil {
		log.Fatalf("%s: %v", os.Args[1], err)
	}
	if err := write(os.Stdout, rules); err != nil {
		log.Fatal(err)
	}
}

// A tally counts the findings of a rule.
type tally struct {
	right, wrong int
	uncalled     int // of wrong
}

var columns = []string{"repository", "commit", "file", "line", "rule", "verdict", "reason"}

// read counts labels by rule.
func read(r io.Reader) (map[string]tally, error) {
	rules := make(map[string]tally)
	lines := bufio.NewScanner(r)
	number := 0
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		number++
		switch {
		case number == 1 && !slices.Equal(fields, columns):
			return nil, fmt.Errorf("line 1: columns are %q, want %q", fields, columns)
		case number == 1:
			continue
		case len(fields) != len(columns):
			return nil, fmt.Errorf("line %d: %d columns, want %d", number, len(fields), len(columns))
		}
		t := rules[fields[4]]
		switch fields[5] {
		case "true":
			t.right++
		case "false":
			t.wrong++
		case "uncalled":
			t.wrong++
			t.uncalled++
		default:
			return nil, fmt.Errorf("line %d: verdict %q, want true, false or uncalled", number, fields[5])
		}
		rules[fields[4]] = t
	}
	if number == 0 && lines.Err() == nil {
		return nil, errors.New("no header line")
	}
	return rules, lines.Err()
}

// write prints the table in Markdown, the sum last.
func write(w io.Writer, rules map[string]tally) error {
	tw := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	fmt.Fprintln(tw, "| rule\t| findings\t| true\t| precision\t| 95% interval\t|")
	fmt.Fprintln(tw, "|---\t|---:\t|---:\t|---:\t|---:\t|")
	var all tally
	for _, rule := range sorted(rules) {
		t := rules[rule]
		all.right += t.right
		all.wrong += t.wrong
		all.uncalled += t.uncalled
		row(tw, rule, t)
	}
	row(tw, "all", all)
	if err := tw.Flush(); err != nil || all.uncalled == 0 {
		return err
	}
	n := all.right + all.wrong - all.uncalled
	low, high := wilson(all.right, n)
	_, err := fmt.Fprintf(w, "\nWithout the %d in code that nothing calls: %d of %d, %.0f%% (%.0f%% to %.0f%%).\n",
		all.uncalled, all.right, n, 100*float64(all.right)/float64(n), 100*low, 100*high)
	return err
}

func sorted(rules map[string]tally) []string {
	names := make([]string, 0, len(rules))
	for name := range rules {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func row(w io.Writer, name string, t tally) {
	n := t.right + t.wrong
	if n == 0 {
		fmt.Fprintf(w, "| %s\t| 0\t| 0\t| \t| \t|\n", name)
		return
	}
	low, high := wilson(t.right, n)
	fmt.Fprintf(w, "| %s\t| %d\t| %d\t| %.0f%%\t| %.0f%% to %.0f%%\t|\n",
		name, n, t.right, 100*float64(t.right)/float64(n), 100*low, 100*high)
}

// wilson returns the Wilson score interval at 95% for k of n, see
// E. B. Wilson, Probable inference, the law of succession, and statistical
// inference, JASA 22 (1927).
func wilson(k, n int) (low, high float64) {
	const z = 1.959964 // of the normal distribution, two-sided 5%
	p, m := float64(k)/float64(n), float64(n)
	centre := p + z*z/(2*m)
	spread := z * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	scale := 1 + z*z/m
	return max(0, (centre-spread)/scale), min(1, (centre+spread)/scale)
}
