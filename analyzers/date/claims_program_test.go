package date_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func environment() []string {
	return append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off", "TZ=UTC")
}

// program runs what the claims are about. Locations come with it, and each of
// the functions chooses the one that is local to it.
const program = `package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata"
%s)

var claims = []func(){
%s}

func main() {
	for _, claim := range claims {
		said = nil
		run(claim)
		fmt.Printf("%%q\n", strings.Join(said, "\n"))
	}
}

func run(claim func()) {
	defer func() {
		if r := recover(); r != nil {
			say(fmt.Sprint("panic: ", r))
		}
	}()
	time.Local = time.UTC
	claim()
}

var said []string

func say(values ...any) {
	for _, v := range values {
		said = append(said, fmt.Sprint(v))
	}
}

// The ways in which messages write dates and times.
const (
	day        = "2 January 2006"
	shortDay   = "2 January"
	clock      = "15:04 on 2 January 2006"
	shortClock = "15:04 on 2 January"
	stamp      = "2 January 2006 15:04:05"
	minute     = "2 January 2006 15:04"
)

func date(layout, text string) time.Time {
	t, err := time.Parse(layout, text)
	if err != nil {
		panic(err)
	}
	return t
}

var places = map[string]string{
	"Berlin":   "Europe/Berlin",
	"Kolkata":  "Asia/Kolkata",
	"New York": "America/New_York",
}

// local returns a time in a city, and makes that local.
func local(layout, text, city string) time.Time {
	loc, err := time.LoadLocation(places[city])
	if err != nil || places[city] == "" {
		panic(fmt.Sprint("no such city: ", city, err))
	}
	time.Local = loc
	t := date(layout, text)
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, loc)
}

// month returns the start of the month some months later.
func month(t time.Time, n int) time.Time {
	return time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, t.Location())
}

func duration(text string) time.Duration {
	d, err := time.ParseDuration(text)
	if err != nil {
		panic(err)
	}
	return d
}

func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	return n
}

func isLeap(year string) bool {
	return time.Date(number(year), time.March, 0, 0, 0, 0, 0, time.UTC).Day() == 29
}

type fixed time.Time

func (f fixed) Now() time.Time { return time.Time(f) }
`

// execute runs functions with the given bodies and returns what each says.
func execute(t *testing.T, bodies string) []string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(testdata)); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, "*", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var imports strings.Builder
	for _, name := range names {
		fmt.Fprintf(&imports, "\t%q\n", "claims/"+filepath.Base(filepath.Dir(name)))
	}
	main := fmt.Sprintf(program, &imports, bodies)
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(main), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = dir
	cmd.Env = environment()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &stderr)
	}
	var said []string
	for line := range strings.Lines(string(out)) {
		text, err := strconv.Unquote(strings.TrimSpace(line))
		if err != nil {
			t.Fatal(err)
		}
		said = append(said, text)
	}
	return said
}
