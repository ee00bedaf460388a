//go:build unix

// Bench measures leapguard beside staticcheck and go vet, and compares the
// ratios with the budgets that docs/performance.md gives.
//
// Usage, from the root of this repository:
//
//	go run ./scripts/bench [flags] [packages]
//
// Without -C and packages it measures std. -C names the directory of a corpus
// and may be repeated: with several corpora, their growth is compared too.
// Packages default to ./... there.
//
// All figures of one line of the table come from processes that are run for
// it alone: wall time, user and system time of the process and all that it
// started, and the peak memory of the largest of them. The builds of leapguard
// and staticcheck are not measured.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// options are the command line's.
type options struct {
	dirs      []string
	patterns  []string
	tests     bool
	runs      int
	family    string
	skipFresh bool
	skipPeers bool
	json      bool
	check     bool
}

func main() {
	if kind := os.Getenv(variantEnv); kind != "" {
		exit(runVariant(kind, os.Args[1:]))
	}
	opts := parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	r, err := measure(ctx, opts)
	stop()
	if err != nil {
		exit(err)
	}
	if opts.json {
		enc := json.NewEncoder(os.Stdout)
		enc.SetIndent("", "  ")
		err = enc.Encode(r)
	} else {
		err = r.print(os.Stdout)
	}
	if err == nil && opts.check && !r.met() {
		err = errBudget
	}
	exit(err)
}

func exit(err error) {
	if err == nil {
		os.Exit(0)
	}
	fmt.Fprintln(os.Stderr, "bench:", err)
	os.Exit(1)
}

func parse() *options {
	opts := new(options)
	flag.Func("C", "directory of a corpus; may be repeated", func(dir string) error {
		opts.dirs = append(opts.dirs, dir)
		return nil
	})
	flag.BoolVar(&opts.tests, "tests", true, "analyse test files too; go vet always does")
	flag.IntVar(&opts.runs, "runs", 3, "runs of each `kind`; the median is printed")
	flag.StringVar(&opts.family, "family", "", "run the default checks of one `family` only, and compare what they add with its budget")
	flag.BoolVar(&opts.skipFresh, "skip-fresh", false, "leave out the runs with an empty Go build cache")
	flag.BoolVar(&opts.skipPeers, "skip-peers", false, "leave out staticcheck and go vet, for the growth of leapguard alone")
	flag.BoolVar(&opts.json, "json", false, "print JSON")
	flag.BoolVar(&opts.check, "check", false, "fail when a budget is not met")
	flag.Parse()
	opts.patterns = flag.Args()
	opts.runs = max(opts.runs, 1)
	switch {
	case len(opts.dirs) == 0 && len(opts.patterns) == 0:
		opts.patterns = []string{"std"}
	case len(opts.patterns) == 0:
		opts.patterns = []string{"./..."}
	}
	if len(opts.dirs) == 0 {
		opts.dirs = []string{"."}
	}
	return opts
}

// measure builds the tools and runs them on every corpus.
func measure(ctx context.Context, opts *options) (*report, error) {
	tmp, err := os.MkdirTemp("", "leapguard-bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	b := &bench{opts: opts, tmp: tmp}
	if err := b.build(ctx); err != nil {
		return nil, err
	}
	r := newReport(opts)
	for _, dir := range opts.dirs {
		c, err := b.corpus(ctx, dir)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", dir, err)
		}
		r.Corpora = append(r.Corpora, c)
	}
	r.judge()
	return r, nil
}
