// Package afero stands for afero.
package afero

type Fs interface {
	Name() string
	RemoveAll(path string) error
}

type Afero struct{ Fs }

type OsFs struct{}

func (OsFs) Name() string                { return "" }
func (OsFs) RemoveAll(path string) error { return nil }

type MemMapFs struct{}

func (m *MemMapFs) Name() string                { return "" }
func (m *MemMapFs) RemoveAll(path string) error { return nil }

type BasePathFs struct{ source Fs }

func (b *BasePathFs) Name() string                      { return "" }
func (b *BasePathFs) RemoveAll(name string) (err error) { return nil }
