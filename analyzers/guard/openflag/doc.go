/*
Package openflag reports protections that are off unless somebody thinks of
switching them on.

# Reported

  - A struct field that is declared a flag, `//leapguard:flag KIND when=V`, where V
    is the zero value of the field: false, nil, 0 or "". What was never set is
    unprotected.
  - A boolean flag of the command line that is all that guards a declared danger:
    no check of its KIND holds there, or the field that the flag is bound to is the
    only one that is declared.
  - A comparison by which control comes to a declared danger, that no check of its
    KIND guards, since an environment variable is not some text.

# Why

A record that was written before the field existed, or decoded from a document
that leaves it out, holds the zero value: with `Protected bool` it may be
destroyed.

`--force false` sets the flag: packages flag, pflag and urfave/cli take a boolean
flag's value only behind `=`, and leave "false" as an argument. A tool that purged
disks took it for an order.

Where ENV is not set, `os.Getenv("ENV") != "production"` holds: in a new
container, in a cron job, in production.

# Example

{{example}}

# Detection

Dangers, checks and flags are declared as for
[unguarded](unguarded.md). The zero value is compared with V. At each call that
needs a check, the conditions that hold there are looked at: is one of them that
a flag is true which the package registers or reads with package flag,
github.com/spf13/pflag or github.com/urfave/cli; or that what os.Getenv or
os.LookupEnv returned, in lower or upper case perhaps, is not some text?

# Silent

  - Code without annotations.
  - Flags that are on by default, and conditions that a flag is not set.
  - The package looks at what is left on the command line: by `NArg`, `Args` or
    `Arg`, or by one of cobra's checks such as `cobra.NoArgs`.
  - Another condition says that the environment variable is set.
  - A check of the KIND holds at the danger.
  - Test files.
  - A waiver covers the field, the flag or the danger.

# Limits

  - Conditions in callers are not looked at, nor flags that other packages
    register, except where they are read by name.
  - Whether a zero value can come about is not looked at: a constructor may set
    the field.

# Rewrite or suppress

Turn the field round, so that permission is what must be given:

	MayWipe bool //leapguard:flag wipe when=true

Let a flag that destroys take the name of what it destroys, and compare; refuse
arguments that are left; compare an environment variable with what permits.

	if os.Getenv("ENV") == "test" {

What was reviewed is waived by a comment on the field or statement:

	//leapguard:ok KIND reason

# Options

None.

# References

  - Package flag, command line flag syntax: https://pkg.go.dev/flag#hdr-Command_line_flag_syntax
  - CWE-636, Not Failing Securely: https://cwe.mitre.org/data/definitions/636.html
*/
package openflag
