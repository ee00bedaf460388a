/*
Package ignoredguard reports calls of checks whose answer nothing looks at.

# Reported

A call of a function that is declared a check,

	//leapguard:check KIND OBJ [when=V]

or that a model says is one, where its result

  - is dropped: the call is a statement of its own, runs in a goroutine or is
    deferred, or its result is assigned to `_`;
  - is assigned to a variable that is overwritten, hidden or forgotten before
    anything reads it;
  - is not read, while the error that comes with it is.

# Why

A check that nobody listens to guards nothing, and whoever reads the code takes
it for guarded. In Go it takes one character, an `=` for a `:=` or the other way
round, to lose the answer.

# Example

{{example}}

# Detection

Checks are known as in [unguarded](unguarded.md). A result is read if any
instruction of the function uses its value in SSA form, where a variable that is
assigned to again is another value. A destructive call that is unguarded because
the check before it is ignored is not reported besides.

# Silent

  - The answer is read, whatever follows from it; whether it decides is for
    unguarded to say.
  - Only the error is dropped.
  - The check returns nothing: it returns only if the object may be destroyed.
  - The function is a check only by what it does, not by declaration.
  - Test files.
  - A waiver covers the call.

# Limits

  - A variable that a function literal uses counts as read.

# Rewrite or suppress

Look at the answer, and leave the object alone if it refuses. A call that is made
for something else is waived by a comment on its statement:

	//leapguard:ok KIND reason

# Options

None.

# References

  - CWE-252, Unchecked Return Value: https://cwe.mitre.org/data/definitions/252.html
  - CWE-563, Assignment to Variable without Use: https://cwe.mitre.org/data/definitions/563.html
*/
package ignoredguard
