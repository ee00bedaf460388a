// Package noargs refuses what is left on the command line.
package noargs

import (
	"github.com/spf13/cobra"

	"example.com/openflag/disk"
)

func command() *cobra.Command {
	var force bool
	cmd := &cobra.Command{Args: cobra.NoArgs, RunE: func(cmd *cobra.Command, args []string) error {
		if force {
			disk.Reset()
		}
		return nil
	}}
	cmd.Flags().BoolVar(&force, "force", false, "")
	return cmd
}
