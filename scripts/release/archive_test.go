package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"testing"
	"time"
)

var (
	at    = time.Date(2026, 11, 22, 1, 2, 4, 0, time.UTC)
	files = []file{{"leapguard_0.1.0/LICENSE", 0o644, []byte("text\n")}, {"leapguard_0.1.0/leapguard", 0o755, []byte{0, 1, 2}}}
)

// sameTwice returns what a function packs, which must not depend on when it does.
func sameTwice(t *testing.T, pack func([]file, time.Time) ([]byte, error)) []byte {
	t.Helper()
	first, err := pack(files, at)
	if err != nil {
		t.Fatal(err)
	}
	second, err := pack(files, at.In(time.FixedZone("", 3600)))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("a second archive differs")
	}
	return first
}

func TestTarred(t *testing.T) {
	r, err := gzip.NewReader(bytes.NewReader(sameTwice(t, tarred)))
	if err != nil {
		t.Fatal(err)
	}
	archive := tar.NewReader(r)
	for _, want := range files {
		h, err := archive.Next()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(archive)
		if err != nil {
			t.Fatal(err)
		}
		if h.Name != want.name || h.FileInfo().Mode() != want.mode || !h.ModTime.Equal(at) || !bytes.Equal(text, want.text) {
			t.Errorf("%+v with %q, want %+v", h, text, want)
		}
	}
	if _, err := archive.Next(); !errors.Is(err, io.EOF) {
		t.Errorf("more than %d files: %v", len(files), err)
	}
}

func TestZipped(t *testing.T) {
	archive := sameTwice(t, zipped)
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.File) != len(files) {
		t.Fatalf("%d files, want %d", len(r.File), len(files))
	}
	for i, want := range files {
		got := r.File[i]
		content, err := got.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		if got.Name != want.name || got.Mode() != want.mode || !got.Modified.Equal(at) || !bytes.Equal(text, want.text) {
			t.Errorf("%+v with %q, want %+v", got.FileHeader, text, want)
		}
	}
}
