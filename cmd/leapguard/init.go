package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/output"
)

const longInit = `Init writes ` + config.FileName + ` beside the go.mod of the module in the working
directory, with every key as a comment: its default, or an example. Until a line
is uncommented the file changes nothing. One that is there already stays as it is.`

func (a *app) initCommand() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a configuration file with every key as a comment",
		Long:  longInit,
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := enter(dir); err != nil {
				return err
			}
			return a.writeConfig()
		},
	}
	cmd.Flags().StringVarP(&dir, "directory", "C", "", "change to this directory first")
	return cmd
}

// writeConfig writes the configuration file of the module in the working
// directory and prints its name.
func (a *app) writeConfig() error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	root := config.ModuleRoot(dir)
	if root == "" {
		return errors.New("there is no go.mod here or above; go mod init makes one")
	}
	if name := config.Find(root); name != "" {
		return fmt.Errorf("%s is there already; it is left as it is", output.Relative(dir, name))
	}
	now, err := a.referenceDate("", time.Time{})
	if err != nil {
		return err
	}
	name := filepath.Join(root, config.FileName)
	shown := output.Relative(dir, name)
	// Somebody may have made it in the meantime, or it may be a link to nowhere.
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already; it is left as it is", shown)
	}
	if err != nil {
		return err
	}
	_, err = file.Write(config.Sample(checks(a.rules), now))
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.stdout, "wrote %s; each key in it is a comment until you uncomment it\n", shown)
	return err
}
