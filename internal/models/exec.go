package models

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
)

// A DiskTool tells when a program destroys what is on a device, and where that
// stands among its arguments.
type DiskTool struct {
	// Names are those of the program. One that ends in * stands for all that
	// begin so and are not listed.
	Names []string `yaml:"names"`
	// Device is the place of the device: "first", "second" or "last" of the
	// arguments that are neither flags nor values of flags, or a prefix as in "of=".
	Device string `yaml:"device"`
	// Words are arguments one of which makes the program the one that is meant;
	// none if it always is.
	Words []string `yaml:"words"`
	// Force are flags one of which must be there for it to destroy; none if it
	// always does.
	Force []string `yaml:"force"`
	// Unless are flags with which it destroys nothing that matters.
	Unless []string `yaml:"unless"`
	// Values are flags that the next argument belongs to.
	Values []string `yaml:"values"`
	// Disk says that the program is used for files as much as for devices.
	Disk bool `yaml:"disk"`
}

// DiskToolOf returns what is known of a program by its name, with a directory
// perhaps; nil for nothing.
func DiskToolOf(name string) *DiskTool {
	t, _ := exec()
	name = path.Base(name)
	if tool := t.tools[name]; tool != nil {
		return tool
	}
	for prefix, tool := range t.prefixes {
		if strings.HasPrefix(name, prefix) {
			return tool
		}
	}
	return nil
}

// ProbesDisk reports whether a program tells what is on a device.
func ProbesDisk(name string) bool {
	t, _ := exec()
	return slices.Contains(t.Probes, path.Base(name))
}

// MakesDisk reports whether a program makes a device, or a file in its place.
func MakesDisk(name string) bool {
	t, _ := exec()
	return slices.Contains(t.Makers, path.Base(name))
}

// Destroys reports whether the program destroys what is on the device if it is
// given these arguments.
func (d *DiskTool) Destroys(args []string) bool {
	any := func(flags []string) bool {
		return slices.ContainsFunc(flags, func(flag string) bool {
			return slices.ContainsFunc(args, func(arg string) bool { return isFlag(arg, flag) })
		})
	}
	return (len(d.Words) == 0 || any(d.Words)) && (len(d.Force) == 0 || any(d.Force)) && !any(d.Unless)
}

// isFlag reports whether an argument is a flag, or holds it among others of one
// letter, as -af holds -a.
func isFlag(arg, flag string) bool {
	if arg == flag || strings.HasPrefix(flag, "--") && strings.HasPrefix(arg, flag+"=") {
		return true
	}
	letters, ok := strings.CutPrefix(arg, "-")
	return ok && len(flag) == 2 && flag[0] == '-' && len(letters) <= 3 && !strings.ContainsAny(letters, "-=%") && strings.Contains(letters, flag[1:])
}

// DeviceIn returns the index of the device in the arguments of the program, -1
// if it is not there.
func (d *DiskTool) DeviceIn(args []string) int {
	if strings.HasSuffix(d.Device, "=") {
		return slices.IndexFunc(args, func(arg string) bool { return strings.HasPrefix(arg, d.Device) })
	}
	var positional []int
	for i, arg := range args {
		if !strings.HasPrefix(arg, "-") && (i == 0 || !slices.Contains(d.Values, args[i-1])) {
			positional = append(positional, i)
		}
	}
	at := map[string]int{"first": 0, "second": 1, "last": len(positional) - 1}[d.Device]
	if at < 0 || at >= len(positional) {
		return -1
	}
	return positional[at]
}

//go:embed exec.yaml
var execYAML []byte

// execTable has the form of exec.yaml.
type execTable struct {
	Tools  []DiskTool `yaml:"tools"`
	Probes []string   `yaml:"probes"`
	Makers []string   `yaml:"makers"`

	tools, prefixes map[string]*DiskTool
}

var exec = sync.OnceValues(func() (*execTable, error) {
	return parseExec("exec.yaml", execYAML)
})

// parseExec returns a table that is empty if there is an error.
func parseExec(filename string, data []byte) (*execTable, error) {
	t := &execTable{tools: make(map[string]*DiskTool), prefixes: make(map[string]*DiskTool)}
	if err := decode(filename, data, t); err != nil {
		return new(execTable), err
	}
	for i := range t.Tools {
		tool := &t.Tools[i]
		if !slices.Contains([]string{"first", "second", "last"}, tool.Device) && !strings.HasSuffix(tool.Device, "=") {
			return new(execTable), fmt.Errorf("%s: tool %d has its device at %q", filename, i+1, tool.Device)
		}
		for _, name := range tool.Names {
			list := t.tools
			name, prefix := strings.CutSuffix(name, "*")
			if prefix {
				list = t.prefixes
			}
			if list[name] != nil {
				return new(execTable), fmt.Errorf("%s: %s is listed twice", filename, name)
			}
			list[name] = tool
		}
	}
	return t, nil
}
