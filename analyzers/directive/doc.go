/*
Package directive reports comments of the form //leapguard:verb that are wrong
or have no effect.

# Reported

A comment that

  - leapguard cannot read: an unknown verb, missing or superfluous arguments, a
    space after `//`, which makes it plain text;
  - names what is not there: a check, a parameter or field, a function that
    restores;
  - contradicts or repeats another one, or does not fit the types: `when=nil` for
    a boolean, a `check` on a function without results;
  - stands on nothing that it can apply to: a `danger` outside a doc comment, a
    `flag` on something that is no field, an `ignore` at the end of a block, an
    `ignore-file` below the package clause;
  - gives no reason, where one is due: `ignore`, `ignore-file` and `ok`;
  - has no effect: an `ignore` of a check that reports nothing there, an `ok`
    where nothing is unguarded;
  - tries to `ignore` a guard check, which only `ok` waives, or this check.

A danger of a kind that no check of the module is declared for: nothing could
ever permit it. This needs all packages of the module and is reported by
leapguard itself only, not by go vet and golangci-lint.

# Why

An annotation that is misread protects nothing, and nobody notices: the outage
of 28 December 2012 spread because the monitor for unprotected nodes was itself
broken, and silent. A suppression that suppresses nothing will suppress the next
bug that is written there.

# Example

{{example}}

# Detection

The comments are parsed as go/ast parses directives. Names are resolved to the
parameters, fields and functions that they mean. Each check records which
comments it used; this one looks at the rest.

# Silent

The check does not call a comment unused where

  - the check that it names was off, for the package, the file or its profile,
    or depends on a date that was not given;
  - a guard check of the default profile was off, for an `ok`.

A danger that code outside the module can call is not said to lack a check,
since that code can declare one.

# Limits

A kind is known by its name only: a misspelt kind of a check is noticed where no
other check of the intended kind exists, or by the findings that follow.

# Rewrite or suppress

Correct or remove the comment. The findings of this check cannot be ignored.

# Options

None.

# References

  - Doc comments and directives: https://go.dev/doc/comment#directives
  - Summary of the outage of 28 December 2012:
    https://azure.microsoft.com/en-us/blog/details-of-the-december-28th-2012-windows-azure-storage-disruption-in-us-south/
*/
package directive
