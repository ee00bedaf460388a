// Sample runs leapguard on the repositories of a list, at their commits, and writes
// what it finds in the columns of the label files of docs/evidence: the verdict is
// left empty, and the message stands for the reason.
//
// Usage:
//
//	go run ./scripts/sample [-out FILE] [-tmp DIR] [-limit TIME] MIRRORS LIST LEAPGUARD [FLAG...]
//
// MIRRORS has a bare git directory OWNER+NAME, or OWNER+NAME/repo, for each
// repository. LIST is a file of tab separated values with a heading, the repository
// in the first column and the commit in the second: a list of repositories or of
// labels. FLAGs go to LEAPGUARD. Repositories whose findings FILE has already, and
// those it says are done, are left out, so that a run may be resumed. The go command
// fetches what the modules need.
package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("sample: ")
	r := runner{done: make(map[string]bool)}
	out := flag.String("out", "sample.tsv", "`file` to write to")
	flag.StringVar(&r.tmp, "tmp", os.TempDir(), "`directory` for the work trees")
	flag.DurationVar(&r.limit, "limit", 10*time.Minute, "longest `time` for a module")
	workers := flag.Int("p", 2, "`number` of repositories at once")
	flag.Parse()
	if flag.NArg() < 3 {
		flag.Usage()
		os.Exit(2)
	}
	r.mirrors, r.tool, r.flags = flag.Arg(0), flag.Arg(2), flag.Args()[3:]
	if err := r.run(flag.Arg(1), *out, *workers); err != nil {
		log.Fatal(err)
	}
}

// A runner is what is done to each repository, and where the results go.
type runner struct {
	mirrors, tool, tmp string
	flags              []string
	limit              time.Duration

	mu   sync.Mutex
	out  io.Writer
	done map[string]bool // by repository and commit
	sum  totals
}

// totals are those of all repositories.
type totals struct{ repositories, absent, modules, broken, lines, findings int }

func (r *runner) run(list, out string, workers int) (err error) {
	sources, err := readList(list)
	if err != nil {
		return err
	}
	if err := r.resume(out); err != nil {
		return err
	}
	file, err := os.OpenFile(out, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	r.out = file
	jobs := make(chan source)
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for s := range jobs {
				r.repository(s)
			}
		})
	}
	for _, s := range sources {
		if !r.done[s.key()] {
			jobs <- s
		}
	}
	close(jobs)
	group.Wait()
	log.Printf("%d repositories, %d more could not be had; %d modules, %d of them with packages that do not load; %d lines, %d findings",
		r.sum.repositories, r.sum.absent, r.sum.modules, r.sum.broken, r.sum.lines, r.sum.findings)
	return nil
}

// A source is a repository at a commit.
type source struct{ name, commit string }

func (s source) key() string { return s.name + "@" + s.commit }

// readList reads the repositories of a list, each once.
func readList(name string) ([]source, error) {
	rows, err := readTable(name)
	if err != nil {
		return nil, err
	}
	var out []source
	seen := make(map[source]bool)
	for i, row := range rows {
		if len(row) < 2 {
			return nil, fmt.Errorf("%s:%d: want a repository and a commit", name, i+1)
		}
		s := source{row[0], row[1]}
		if i > 0 && !seen[s] {
			out = append(out, s)
			seen[s] = true
		}
	}
	return out, nil
}

func readTable(name string) ([][]string, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	reader := csv.NewReader(bytes.NewReader(text))
	reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = '\t', true, -1
	return reader.ReadAll()
}

// resume notes what an earlier run has written: a line with the repository and the
// commit alone says that it is done.
func (r *runner) resume(out string) error {
	rows, err := readTable(out)
	if errors.Is(err, os.ErrNotExist) {
		return os.WriteFile(out, []byte("repository\tcommit\tfile\tline\trule\tverdict\treason\n"), 0o666)
	}
	for _, row := range rows {
		if len(row) == 2 {
			r.done[source{row[0], row[1]}.key()] = true
		}
	}
	return err
}

// repository runs leapguard on all modules of a repository.
func (r *runner) repository(s source) {
	dir, err := os.MkdirTemp(r.tmp, "sample-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	if err := r.unpack(s, dir); err != nil {
		log.Printf("%s: %v", s.name, err)
		r.add(s, totals{absent: 1}, nil)
		return
	}
	sum := totals{repositories: 1, lines: countLines(dir)}
	var found []finding
	for _, module := range modules(dir) {
		findings, loaded := r.module(module)
		sum.modules++
		if !loaded {
			sum.broken++
		}
		for _, f := range findings {
			rel, err := filepath.Rel(dir, filepath.Join(module, f.File))
			if err == nil && !strings.HasPrefix(rel, "..") {
				f.File = filepath.ToSlash(rel)
				found = append(found, f)
			}
		}
	}
	sum.findings = len(found)
	r.add(s, sum, found)
}

// add writes what was found in a repository, and then that it is done.
func (r *runner) add(s source, sum totals, found []finding) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, f := range found {
		fmt.Fprintf(r.out, "%s\t%s\t%s\t%d\t%s\t\t%s\n", s.name, s.commit, f.File, f.Line, f.Analyzer, strings.ReplaceAll(f.Message, "\t", " "))
	}
	if sum.absent == 0 {
		fmt.Fprintf(r.out, "%s\t%s\n", s.name, s.commit)
	}
	r.sum.repositories += sum.repositories
	r.sum.absent += sum.absent
	r.sum.modules += sum.modules
	r.sum.broken += sum.broken
	r.sum.lines += sum.lines
	r.sum.findings += sum.findings
}
