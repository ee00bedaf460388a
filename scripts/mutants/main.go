// Mutants breaks guards, one at a time, and tells which of the broken ones the
// guard rules report.
//
// Usage:
//
//	go run ./scripts/mutants [-v] [-faults] [-test] [-reasons FILE] MODULE...
//
// Each module is a directory with code in which dangers and checks, or what
// switches protections off, are annotated. A site is a place in a function of
// which no guard rule reports anything: a check that guards a danger, as leapguard
// audit lists them, a call whose failure keeps from what destroys by its name, or
// a restore. Each operator is applied to each site of its kind. A mutant counts if
// it compiles; it is killed if a rule that the operator names reports something in
// the mutated function.
//
// The file of reasons explains survivors: file, function, operator, reason,
// separated by tabs, below a header. With it, mutants fails if a survivor has no
// reason, or a reason no survivor.
package main

import (
	"context"
	"flag"
	"fmt"
	"go/ast"
	"log"
	"os"
	"slices"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("mutants: ")
	verbose := flag.Bool("v", false, "print every mutant")
	reasons := flag.String("reasons", "", "file that explains survivors")
	withFaults := flag.Bool("faults", false, "put in faults of the outages too, judged by the rules of all families")
	test := flag.Bool("test", false, "run the tests of the mutants, too")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("usage: mutants [-v] [-faults] [-test] [-reasons FILE] MODULE...")
	}
	if *withFaults {
		operators = append(operators, faultOperators()...)
	}
	var all []*mutant
	functions := 0
	for _, dir := range flag.Args() {
		mutants, n, err := mutate(context.Background(), dir, *withFaults, *test)
		if err != nil {
			log.Fatalf("%s: %v", dir, err)
		}
		all = append(all, mutants...)
		functions += n
	}
	if *verbose {
		for _, m := range all {
			fmt.Printf("%s\t%t\t%s\n", m.fate(), m.failed, m)
		}
	}
	fmt.Printf("%d guarded functions\n\n", functions)
	print := table
	if *test {
		print = doubleTable
	}
	if err := print(os.Stdout, all); err != nil {
		log.Fatal(err)
	}
	if *reasons != "" {
		if err := explain(*reasons, all, *test); err != nil {
			log.Fatal(err)
		}
	}
}

// mutate returns the mutants of a module with their fates, and the number of
// functions that have a site.
func mutate(ctx context.Context, dir string, faults, test bool) ([]*mutant, int, error) {
	c, err := readCorpus(ctx, dir, faults)
	if err != nil {
		return nil, 0, err
	}
	var mutants []*mutant
	functions := make(map[*ast.FuncDecl]bool)
	for _, s := range c.sites {
		for _, op := range operators {
			for _, m := range op.mutants(s) {
				if !slices.ContainsFunc(mutants, m.same) {
					mutants = append(mutants, m)
					functions[s.fn] = true
				}
			}
		}
	}
	if err := c.run(ctx, mutants); err != nil {
		return nil, 0, err
	}
	if test {
		if err := c.test(ctx, mutants); err != nil {
			return nil, 0, err
		}
	}
	return mutants, len(functions), nil
}
