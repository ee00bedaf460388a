//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A state says which caches hold something when a tool starts.
type state string

// The states. The module cache is always warm.
const (
	fresh    state = "fresh machine" // neither Go's build cache nor the tool's own
	first    state = "first run"     // Go's build cache only
	repeated state = "repeated"      // every cache
)

// The tools, and the parts of leapguard that are measured by themselves.
const (
	toolLeapguard   = "leapguard"
	toolLoad        = "loading"      // and type-checking
	toolSSA         = "loading, SSA" // of the packages where checks ask for it
	toolStaticcheck = "staticcheck"
	toolVet         = "go vet"
)

// A bench runs tools on corpora.
type bench struct {
	opts *options
	tmp  string
	self string // this program
}

// A tool is a command line and the states that it is measured in.
type tool struct {
	name   string
	states []state
	env    []string
	args   []string
	// judge returns an error if a run with this exit code measured nothing.
	judge func(code int) error
}

// tools lists what is run on a corpus; built are the packages of which SSA is
// built. leapguard has no cache, and go vet keeps its own in Go's, so that it
// has no first run.
func (b *bench) tools(built string) []tool {
	tests := fmt.Sprintf("-tests=%t", b.opts.tests)
	variant := func(kind string) []string {
		return []string{variantEnv + "=" + kind, builtEnv + "=" + built, familyEnv + "=" + b.opts.family}
	}
	leapguard := []string{b.path("leapguard"), "--no-frames", "-" + tests}
	if b.opts.family != "" {
		leapguard = append(leapguard, "--checks", slugs(defaults(b.opts.family)))
	}
	own := []tool{
		{toolLeapguard, []state{fresh, first, repeated}, nil, leapguard, leapguardRan},
		{toolLoad, []state{first}, variant(variantLoad), []string{b.self, tests}, succeeded},
		{toolSSA, []state{first}, variant(variantSSA), []string{b.self, tests}, succeeded},
	}
	if b.opts.skipPeers {
		return own
	}
	return append(own,
		tool{toolStaticcheck, []state{fresh, first, repeated}, nil, []string{b.path("staticcheck"), tests}, anyCode},
		tool{toolVet, []state{fresh, repeated}, nil, []string{"go", "vet"}, anyCode},
	)
}

// leapguardRan accepts findings and packages that cannot be analysed.
func leapguardRan(code int) error {
	if code == 2 {
		return errors.New("usage or internal error")
	}
	return nil
}

func succeeded(code int) error {
	if code != 0 {
		return fmt.Errorf("exit code %d", code)
	}
	return nil
}

// anyCode is for the peers, which may stumble over a corpus; the table shows
// their exit codes.
func anyCode(int) error { return nil }

func (b *bench) path(name string) string { return filepath.Join(b.tmp, name) }

// build builds leapguard and the staticcheck that integration/tools pins.
func (b *bench) build(ctx context.Context) error {
	var err error
	if b.self, err = os.Executable(); err != nil {
		return err
	}
	root, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/leapguard/leapguard").Output()
	if err != nil {
		return errors.New("run this from the repository of leapguard")
	}
	dir := string(bytes.TrimSpace(root))
	for _, p := range []struct{ dir, pkg, out string }{
		{dir, "./cmd/leapguard", "leapguard"},
		{filepath.Join(dir, "integration", "tools"), "honnef.co/go/tools/cmd/staticcheck", "staticcheck"},
	} {
		cmd := exec.CommandContext(ctx, "go", "build", "-o", b.path(p.out), p.pkg)
		cmd.Dir, cmd.Stderr = p.dir, os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("building %s: %w", p.pkg, err)
		}
	}
	return nil
}

// corpus measures all tools on the packages of one directory.
func (b *bench) corpus(ctx context.Context, dir string) (*corpus, error) {
	c := &corpus{Dir: dir, Patterns: b.opts.patterns}
	if err := c.count(ctx, b.opts.tests); err != nil {
		return nil, err
	}
	warm, err := os.MkdirTemp(b.tmp, "staticcheck-cache-")
	if err != nil {
		return nil, err
	}
	built, err := b.built(ctx, dir)
	if err != nil {
		return nil, err
	}
	tools := b.tools(built)
	for _, t := range tools {
		if slices.Contains(t.states, repeated) {
			if _, err := b.run(ctx, t, repeated, dir, warm); err != nil {
				return nil, err
			}
		}
	}
	costs := make(map[string][]cost)
	for range b.opts.runs {
		for _, t := range tools {
			for _, s := range t.states {
				if s == fresh && b.opts.skipFresh {
					continue
				}
				got, err := b.run(ctx, t, s, dir, warm)
				if err != nil {
					return nil, err
				}
				costs[t.name+string(s)] = append(costs[t.name+string(s)], got)
			}
		}
	}
	for _, t := range tools {
		for _, s := range t.states {
			if runs := costs[t.name+string(s)]; runs != nil {
				c.Lines = append(c.Lines, line{t.name, s, median(runs)})
			}
		}
	}
	return c, nil
}

// built lists the packages of which leapguard builds SSA.
func (b *bench) built(ctx context.Context, dir string) (string, error) {
	args := append([]string{fmt.Sprintf("-tests=%t", b.opts.tests)}, b.opts.patterns...)
	cmd := exec.CommandContext(ctx, b.self, args...)
	cmd.Dir, cmd.Env, cmd.Stderr = dir, append(os.Environ(), variantEnv+"="+variantList, familyEnv+"="+b.opts.family), os.Stderr
	out, err := cmd.Output()
	return strings.Join(strings.Fields(string(out)), " "), err
}

// run runs a tool once with the caches as the state wants them; warm is the
// directory of staticcheck's warm cache.
func (b *bench) run(ctx context.Context, t tool, s state, dir, warm string) (cost, error) {
	caches, err := os.MkdirTemp(b.tmp, "caches-")
	if err != nil {
		return cost{}, err
	}
	defer os.RemoveAll(caches)
	env := append(os.Environ(), t.env...)
	switch s {
	case fresh:
		env = append(env, "GOCACHE="+filepath.Join(caches, "go"), "STATICCHECK_CACHE="+filepath.Join(caches, "staticcheck"))
	case first:
		env = append(env, "STATICCHECK_CACHE="+filepath.Join(caches, "staticcheck"))
	case repeated:
		env = append(env, "STATICCHECK_CACHE="+warm)
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, t.args[0], slices.Concat(t.args[1:], b.opts.patterns)...)
	cmd.Dir, cmd.Env = dir, env
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	// A group of its own, so that an interrupt ends what the tool started too.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	start := time.Now()
	err = cmd.Run()
	got := cost{Wall: time.Since(start).Seconds()}
	if ctx.Err() != nil {
		return got, errors.New("interrupted")
	}
	if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.Exited()) {
		return got, fmt.Errorf("%s: %w", t.name, err)
	}
	got.Exit = cmd.ProcessState.ExitCode()
	if err := t.judge(got.Exit); err != nil {
		return got, fmt.Errorf("%s: %w\n%s", t.name, err, stderr.Bytes())
	}
	got.use(cmd.ProcessState)
	if t.env != nil { // a variant prints how many packages triggered
		if _, err := fmt.Sscan(stdout.String(), &got.Targets); err != nil {
			return got, fmt.Errorf("%s: %w", t.name, err)
		}
	}
	return got, nil
}

// A cost is what one run took.
type cost struct {
	Wall    float64 `json:"wall_s"`
	CPU     float64 `json:"cpu_s"`   // user and system, of the process and its descendants
	Peak    float64 `json:"peak_mb"` // resident, of the largest process among them
	Exit    int     `json:"exit"`
	Targets int     `json:"targets,omitempty"` // packages that triggered, where known
}

// use reads the resource usage of a finished process.
func (c *cost) use(p *os.ProcessState) {
	c.CPU = (p.UserTime() + p.SystemTime()).Seconds()
	unit := 1e3 // getrusage counts kilobytes,
	if runtime.GOOS == "darwin" {
		unit = 1e6 // there bytes
	}
	if usage, ok := p.SysUsage().(*syscall.Rusage); ok {
		c.Peak = float64(usage.Maxrss) / unit
	}
}

// median returns the median of each figure.
func median(runs []cost) cost {
	of := func(figure func(cost) float64) float64 {
		var all []float64
		for _, c := range runs {
			all = append(all, figure(c))
		}
		slices.Sort(all)
		n := len(all)
		return (all[(n-1)/2] + all[n/2]) / 2
	}
	out := runs[len(runs)-1]
	out.Wall = of(func(c cost) float64 { return c.Wall })
	out.CPU = of(func(c cost) float64 { return c.CPU })
	out.Peak = of(func(c cost) float64 { return c.Peak })
	return out
}
