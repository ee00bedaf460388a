/*
Package failopen reports errors behind which control goes on to a destructive
call that the failed one was there to decide about.

# Reported

A call that returns an error, where control goes on as if there were none, the
error logged, dropped or looked at for one kind only, and comes to a call that
destroys something:

  - a test of what the failed call did not return lets control through: the
    labels that it could not read hold no "keep", the count of references is 0,
    the time of the last change, which was never set, is long ago, a set that was
    filled from an empty list holds nothing;
  - a question about the very object that is destroyed, with yes or no for an
    answer, is left out where it fails, as in `err == nil && kept`;
  - a list that the failed call returned in part goes to a function of the
    package that deletes what is missing there;
  - the failed call was to unmount, detach or close the very object that is then
    wiped or removed with all that is in it, or to do so with all that its
    receiver holds;
  - the call is a check whose model says `err: must-abort`, and control goes on to
    a danger of its kind, checked otherwise or not.

Besides, in a package that makes file systems, the exit status 2 of blkid where it
is taken for a blank disk: blkid ends so if it finds no format, and if it cannot
read the disk.

# Why

A check that cannot tell must not permit. Controllers deleted applications
because one of several generators failed, and backups because nobody could say
how old they were: the error stood in the log, and the deletion that it should
have stopped a few lines below.

# Example

{{example}}

# Detection

Destructive calls are os.RemoveAll, runs of mkfs, mke2fs, wipefs, blkdiscard, sgdisk
and shred, and functions that take a context or return an error and whose names begin
with delete, destroy, wipe, zap, purge, erase, prune, shred, uninstall or
terminateInstances.

From a call that can fail, control is followed to such a call through the
function in SSA form, the error being one that errors.Is and its like do not
know, and the other results, and variables that were passed by address, having
their zero values. Conditions that depend on them are computed: comparisons,
lengths, lookups in maps and sets that are filled from them, functions of package
time. There must be one that depends on them, and of which one way leads past the
destructive call. A time that a function of the package makes up beside the error
may be any time.

# Silent

  - The error is returned, or kept where it can be looked at later: in a field,
    a variable of another function, a channel.
  - The error proves absence: the way behind errors.Is, os.IsNotExist and other
    functions that are asked of it leads to the call, the other does not.
  - With zero values control does not come to the call: a setting that could not
    be read switches nothing on.
  - What decides cannot be computed from zero values.
  - The call cannot fail: a function of the package that returns no error, or one
    that is passed constants only. Or it converts, parses or writes what the
    program has.
  - The failed call is made again before, for the same object, or another call to
    let go of it: then it counts how that ends.
  - It is reached only if another call fails that is not made before the failed one: it
    takes back what was begun.
  - The test that lets control through otherwise ends in an error which says that
    something is there already, or in conflict: it guards from making it twice.
  - What is destroyed was made in the function by a call of a name such as
    create, or is an element of what the failed call returned.
  - Names that speak of what is made again: caches, sessions, locks, leases,
    temporary files, labels, conditions, processes.
  - Test files.
  - A waiver covers the error's test, or the call where there is none.

# Limits

  - Only packages are looked at in which a common name for it occurs: one of these
    verbs as it is, a name of APIs such as DeleteVolume, RemoveAll, or the name of
    one of these programs.
  - What a destructive function is called otherwise, such as Remove or Cleanup,
    is not seen, nor one behind a function of another name.
  - That an error is kept in a variable of the function and looked at there
    before the destructive call is followed; that a function which is given the
    error ends the program is known by its name, such as must or fatal.
  - An answer that a callee gives without an error though it could not tell is
    not seen, blkid aside.

# Rewrite or suppress

Return the error, or leave the object alone and go on with the next one. Where
some errors do permit, ask for those, and return the others.

A finding that was reviewed is waived by a comment on the statement:

	//leapguard:ok failopen reason

# Options

None.

# References

  - CWE-636, Not Failing Securely: https://cwe.mitre.org/data/definitions/636.html
  - CWE-755, Improper Handling of Exceptional Conditions: https://cwe.mitre.org/data/definitions/755.html
  - blkid(8), exit status: https://man7.org/linux/man-pages/man8/blkid.8.html
*/
package failopen
