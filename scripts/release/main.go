// Release builds the archives of a release and the file SHA256SUMS with their
// checksums. Who builds the same commit with the same version of Go, on whatever
// machine and in whatever directory, gets the same bytes.
//
// Usage:
//
//	go run ./scripts/release [-o DIR] [-platforms LIST]
//
// The version is the tag of the commit that is checked out; the working tree must be
// clean. The commit is part of the programs: leapguard version and go version -m tell
// it. DIR, dist if it is not given, must not hold anything yet.
package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

const platforms = "darwin/amd64,darwin/arm64,linux/amd64,linux/arm64,windows/amd64,windows/arm64"

func main() {
	log.SetFlags(0)
	log.SetPrefix("release: ")
	out := flag.String("o", "dist", "`directory` for the archives")
	list := flag.String("platforms", platforms, "comma `list` of GOOS/GOARCH")
	flag.Parse()
	if flag.NArg() > 0 {
		log.Fatalf("unexpected argument %q", flag.Arg(0))
	}
	if err := release(*out, strings.Split(*list, ",")); err != nil {
		log.Fatal(err)
	}
}

// release writes the archives for the platforms and their checksums.
func release(dir string, platforms []string) error {
	c, err := checkedOut()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	if len(entries) > 0 {
		return fmt.Errorf("%s holds something; remove it, or choose another directory with -o", dir)
	}
	slices.Sort(platforms)
	var sums bytes.Buffer
	for _, platform := range slices.Compact(platforms) {
		goos, goarch, ok := strings.Cut(platform, "/")
		if !ok {
			return fmt.Errorf("platform %q is not GOOS/GOARCH", platform)
		}
		program, err := build(goos, goarch)
		if err != nil {
			return err
		}
		name, archive, err := pack(c, goos, goarch, program)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), archive, 0o666); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(archive), name)
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), sums.Bytes(), 0o666)
}

// A commit is what is released.
type commit struct {
	version string // without the v
	time    time.Time
}

// versionTag matches the tags of versions.
var versionTag = regexp.MustCompile(`^v(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$`)

// checkedOut returns the commit in the working directory. It is an error if files
// differ from it or if it has not one tag that is a version: go build takes the
// version from there.
func checkedOut() (commit, error) {
	changes, err := output("git", "status", "--porcelain")
	if err != nil {
		return commit{}, err
	}
	if changes != "" {
		return commit{}, fmt.Errorf("the working tree differs from the commit; commit or remove\n%s", changes)
	}
	tags, err := output("git", "tag", "--points-at", "HEAD")
	if err != nil {
		return commit{}, err
	}
	var versions []string
	for tag := range strings.FieldsSeq(tags) {
		if m := versionTag.FindStringSubmatch(tag); m != nil {
			versions = append(versions, m[1])
		}
	}
	if len(versions) != 1 {
		return commit{}, fmt.Errorf("the commit has %d tags of the form v1.2.3; want one", len(versions))
	}
	seconds, err := output("git", "log", "-1", "--format=%ct")
	if err != nil {
		return commit{}, err
	}
	sec, err := strconv.ParseInt(seconds, 10, 64)
	return commit{version: versions[0], time: time.Unix(sec, 0).UTC()}, err
}

// build returns the program for a platform. Nothing of the environment takes part but
// the version of Go, and where modules come from.
func build(goos, goarch string) ([]byte, error) {
	tmp, err := os.MkdirTemp("", "release")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	program := filepath.Join(tmp, "leapguard")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w", "-o", program, "./cmd/leapguard")
	cmd.Env = append(os.Environ(),
		"CGO_ENABLED=0", "GOOS="+goos, "GOARCH="+goarch, "GOAMD64=v1", "GOARM64=v8.0",
		"GOENV=off", "GOEXPERIMENT=", "GOFIPS140=off", "GOFLAGS=-mod=readonly", "GOWORK=off")
	if proxy, err := output("go", "env", "GOPROXY"); err == nil {
		cmd.Env = append(cmd.Env, "GOPROXY="+proxy)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("go build for %s/%s: %w", goos, goarch, err)
	}
	return os.ReadFile(program)
}

// output returns the standard output of a command without the white space around.
func output(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", cmd, err)
	}
	return strings.TrimSpace(string(out)), nil
}

// pack returns the archive of a program, with the licence and what to read first,
// and the name of the archive.
func pack(c commit, goos, goarch string, program []byte) (name string, archive []byte, err error) {
	base := fmt.Sprintf("leapguard_%s_%s_%s", c.version, goos, goarch)
	var files []file
	for _, name := range []string{"CHANGELOG.md", "LICENSE", "README.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			return "", nil, err
		}
		files = append(files, file{base + "/" + name, 0o644, text})
	}
	mode := fs.FileMode(0o755)
	if goos == "windows" {
		archive, err = zipped(append(files, file{base + "/leapguard.exe", mode, program}), c.time)
		return base + ".zip", archive, err
	}
	archive, err = tarred(append(files, file{base + "/leapguard", mode, program}), c.time)
	return base + ".tar.gz", archive, err
}
