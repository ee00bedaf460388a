// Package bad is open unless somebody thinks of it.
package bad

import (
	"flag"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/urfave/cli/v2"

	"example.com/openflag/disk"
)

// A Node is a node.
type Node struct {
	Protected bool    //leapguard:flag node when=false // want `^where Protected was never set it is false, which permits what kind node guards$`
	Owner     *string //leapguard:flag node when=nil // want `where Owner was never set it is nil`
	State     State   //leapguard:flag state when=Unknown // want `where State was never set it is 0`
	Label     string  //leapguard:flag label when="" // want `where Label was never set it is "", which permits what kind label guards`
}

// A State is one of a node.
type State int

// The states.
const (
	Unknown State = iota
	Up
)

var force = flag.Bool("force", false, "wipe disks in use") // want `^--force false sets the flag, which alone lets control come to disk.Wipe\(d\) at line 36$`

func wipe(d *disk.Disk) {
	if *force {
		disk.Wipe(d)
	}
}

func local(d *disk.Disk) {
	yes := flag.Bool("yes", false, "") // want `--yes false sets the flag`
	flag.Parse()
	if !*yes {
		return
	}
	disk.Wipe(d)
}

var verbose, all bool

func init() {
	flag.BoolVar(&verbose, "v", false, "")
	flag.BoolVar(&all, "all", false, "") // want `--all false sets the flag`
}

func global(d *disk.Disk) {
	if verbose {
		println(d.Name)
	}
	if all && d.Name != "" {
		disk.Wipe(d)
	}
}

type options struct {
	force bool
	// Purge is the only check of its kind.
	Purge bool //leapguard:flag purge when=true
}

func command() *cobra.Command {
	o := new(options)
	cmd := &cobra.Command{RunE: func(cmd *cobra.Command, args []string) error {
		if o.force {
			disk.Reset()
		}
		if o.Purge {
			disk.Purge()
		}
		return nil
	}}
	cmd.Flags().BoolVar(&o.force, "force", false, "")       // want `--force false sets the flag, which alone lets control come to disk.Reset\(\) at line 75`
	cmd.Flags().BoolVarP(&o.Purge, "purge", "p", false, "") // want `--purge false sets the flag`
	return cmd
}

func byName(cmd *cobra.Command) {
	if force, _ := cmd.Flags().GetBool("force"); force { // want `--force false sets the flag`
		disk.Reset()
	}
}

func urfave(c *cli.Context) error {
	if c.Bool("reset") { // want `--reset false sets the flag`
		disk.Reset()
	}
	return nil
}

func unlessProduction() {
	if os.Getenv("ENV") != "production" { // want `^where ENV is not set it differs too, which lets control come to disk.Reset\(\) at line 102$`
		disk.Reset()
	}
}

func early() {
	env := strings.ToLower(os.Getenv("APP_ENV")) // want `where APP_ENV is not set`
	if env == "prod" || env == "staging" {
		return
	}
	disk.Reset()
}

func folded() {
	if strings.EqualFold(os.Getenv("STAGE"), "live") { // want `where STAGE is not set`
		return
	}
	disk.Reset()
}
