// Package models calls each function of the model.
package models

import (
	"os"
	"path/filepath"

	billy5 "github.com/go-git/go-billy/v5"
	util5 "github.com/go-git/go-billy/v5/util"
	billy6 "github.com/go-git/go-billy/v6"
	util6 "github.com/go-git/go-billy/v6/util"
	"github.com/spf13/afero"
	billy4 "gopkg.in/src-d/go-billy.v4"
	util4 "gopkg.in/src-d/go-billy.v4/util"
)

func OS(root *os.Root) {
	os.RemoveAll(filepath.Join("data", os.Getenv("NAME")))   // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	root.RemoveAll(filepath.Join("data", os.Getenv("NAME"))) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
}

func Afero(fs afero.Fs, a *afero.Afero, real afero.OsFs, memory *afero.MemMapFs, below *afero.BasePathFs) {
	fs.RemoveAll(filepath.Join("data", os.Getenv("NAME")))     // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	a.RemoveAll(filepath.Join("data", os.Getenv("NAME")))      // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	real.RemoveAll(filepath.Join("data", os.Getenv("NAME")))   // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	memory.RemoveAll(filepath.Join("data", os.Getenv("NAME"))) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	below.RemoveAll(filepath.Join("data", os.Getenv("NAME")))  // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
}

func Billy(fs4 billy4.Basic, fs5 billy5.Basic, fs6 billy6.Basic) {
	util4.RemoveAll(fs4, filepath.Join("data", os.Getenv("NAME"))) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	util5.RemoveAll(fs5, filepath.Join("data", os.Getenv("NAME"))) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
	util6.RemoveAll(fs6, filepath.Join("data", os.Getenv("NAME"))) // want `with os.Getenv\("NAME"\) "" removes "data" itself$`
}
