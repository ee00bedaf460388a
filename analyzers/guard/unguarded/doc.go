/*
Package unguarded reports destructive calls that are reached on a path where no
check of their kind holds for the object that they destroy.

# Reported

A call of a function or method that is declared a danger,

	//leapguard:danger KIND OBJ

where no check of KIND is known to have permitted the destruction of OBJ:

  - there is no check, or it stands on some of the paths only, behind an `or`, or
    its result does not decide whether control comes to the call;
  - the check is of another kind, or of another object;
  - the call stands on the branch on which the check refuses;
  - the object was assigned to, or its protection restored, after the check;
  - the check returns an error too, and that was not looked at;
  - the call runs in a goroutine, or in a function literal that is stored, and
    the check was made before.

The message names the kind, the object, and the check that comes nearest.
Related positions give the calls that lead to the danger, its declaration, and
calls of the same function that are guarded.

A call of a function that needs a check is reported like the danger itself:
where `//leapguard:needs` declares it, or where an unexported function passes
its parameter on to a danger and all of its callers are known. The finding then
stands where the first known caller fails to check.

# Why

On 28 December 2012 the new primary of a storage cluster ran "prepare", which
formats disks, on a tenth of its nodes. It took them for nodes under repair,
since their protection was off. A check stood in front of the call, but it was a
check of something else: that a node is not protected does not say that somebody
asked to have it formatted. Recovery took 62 hours.

# Example

{{example}}

# Detection

What destroys and what permits is declared by comments, last in the doc comment
of a function, an interface's method or a struct field:

	//leapguard:danger KIND OBJ                calling this destroys OBJ
	//leapguard:check  KIND OBJ [when=V]       OBJ may be destroyed iff the first non-error result is V
	//leapguard:flag   KIND when=V             struct field: its owner may be destroyed iff the field is V
	//leapguard:needs  KIND OBJ                the caller must have checked
	//leapguard:off    KIND OBJ restore=FUNC   switches the protection off; FUNC restores it

KIND is a word of your choice, of the form [a-z][a-z0-9]*. OBJ is `recv`, the
name of a parameter, or `any` for no object in particular, and the fields that
lead from there to the object: `n.Disk`. V is `true`, `false`, `nil`, `nonnil`,
or a constant; a result of an integer type of the language with when=0 is a
count, of which not above 0 is 0. An error result must be nil besides; where an
error is the only result, or when=V is left out, nil permits. FUNC is a function
of the package, a method of OBJ or of the receiver, or a result of the annotated
function. Annotations of an interface's method bind the methods that implement
it. They count in all packages of the module. Models say the same of functions
and fields without touching their code, those of other modules too: models under
`models` in the configuration, and those that leapguard comes with. A danger
among the latter counts where the project has a check of its kind.

Each function that has to do with any of these is analysed in SSA form. A check
holds at a call if it came out well on all paths there: through negation, `&&`
and `||`, results kept in variables, switches, errors that are passed on, calls
that never return. It holds for the object that was checked: the same variable,
or the same fields of it.

Functions are known for what they do:

  - one that returns true, nil, nothing in a slice, one of its constants or at
    all only after a check of its parameter is a check itself, also for other
    packages; within its package also if it checks a variable declared around
    it; one that recovers from the panic by which it refuses is none, unless a
    result tells;
  - one of the package that returns only if its parameter is true or nil, such
    as must(err), ends the other paths;
  - errgroup's Wait returns nil only if all functions do that the group was
    given;
  - one that returns only objects that were checked, or slices of them, yields
    checked objects;
  - an unexported function all of whose uses are calls in its package needs what
    it does not check;
  - one that calls what it is passed only behind a check, of its own or of
    another argument, guards that, also if it does so in a function that it
    makes; one that tells what the function said that it was passed is a check
    of what that one checks; one that returns what the function said yes to
    yields checked objects.

A function literal inherits what holds where it is called, deferred or passed as
an argument. A method of a type parameter stands for those of the types that
the package puts in its place.

# Silent

  - The object was made in the same function: a composite literal or variable
    that only calls got hold of, the result of os.MkdirTemp or os.CreateTemp, or
    of a function of the package that makes it of constants and new values.
  - The object is an element of a slice or map that was filled with checked
    objects only, in place too, or every element was checked in a loop before:
    the loop ends at a refusal, or collects it in a slice, an error, a flag or a
    count that is looked at behind the loop.
  - The danger is in a deferred function, behind a test of a variable, such as
    the named error, that holds only after a check.
  - The danger is in the body of a loop over an iterator, or in a callback, and
    the function of the package that calls it does so with checked objects only.
  - The protection was switched off for the object in the same function, by a
    call declared `off` or by setting the flag.
  - A name or number of the object was checked, or stands for a checked object:
    `n` and `n.ID`, also that of a struct embedded in it, and in another spelling,
    as strings.ToLower or filepath.Clean gives.
  - The object is a copy of the struct that was checked.
  - Test files.
  - A waiver covers the call.

# Limits

  - Only declared and modelled dangers are known: no function of the standard
    library is one. Wrap it in a function of yours, and declare that, or give
    the configuration a model of it.
  - Calls do not undo a check: a method that changes the object's protection is
    not noticed unless it is declared `off`, or restores what such a one took.
    That time passes between check and call is not reported, except where a
    goroutine starts.
  - Functions that are passed as values, stored in fields or called by
    reflection are not followed. A danger that is passed as a value is not
    reported.
  - A call through an interface whose method is not annotated is not a danger,
    even if an implementation is.
  - A check that is made elsewhere, by a server, a webhook or another process,
    is not seen.
  - That a function of another package returns only if its argument is true or
    nil is not known: behind util.Must(check(x)) look at the error yourself.
  - What a function literal assigns to variables around it is not followed, nor
    what slices.IndexFunc, slices.ContainsFunc and maps from names to answers
    say. Two calls of a method of an interface yield two objects.
  - A helper that retries a function as often as its caller says is taken to call
    it at least once only if it is unexported and all of its callers give a
    positive constant. Helpers of other packages are not known for what they do
    with functions.
  - Checked objects are not known in fields of what a filter returns, as in
    []job, nor is it known that there are no errors in a slice from a function
    that is joined. What types other packages put in the place of a type
    parameter is not known.
  - A collection that another function filtered in place is not known to hold
    checked objects only.
  - That a check came out well is not known where the answer took a way round: it
    was received from a channel that is closed or known to other functions, kept
    in a field or map, or the check is a step in a table of functions; nor that
    all elements of a map were checked in a loop. What an iterator of another
    package yields counts as unchecked, and so does an object that a function
    makes of what is passed to it, since that may stand for something that is
    there already. Check at the danger, or waive the call with a reason.
  - A panic is taken to be caught only by functions of the package, and to be
    thrown only by panic, functions called Panic..., and functions of the package
    that do one of these.
  - In functions of more than 1000 basic blocks, conditions that are tested twice
    are not related to each other. In a function that takes more than four million
    steps to follow nothing is reported, and it is not known for what it checks.
    At most twelve objects are asked for of the
    callers of one function.

# Rewrite or suppress

If the callers must check, say so, and they will be held to it:

	//leapguard:needs KIND OBJ

Else check before the call, of the right kind, on the object itself, and return
if the check refuses or fails. In a goroutine, check there.

A call that was reviewed and may stay is waived by a comment on its statement,
or in the doc comment of the function:

	//leapguard:ok KIND reason

`//leapguard:ignore` does not apply to checks of the guard family.

# Options

None.

# References

  - Summary of the outage of 28 December 2012:
    https://azure.microsoft.com/en-us/blog/details-of-the-december-28th-2012-windows-azure-storage-disruption-in-us-south/
  - CWE-862, Missing Authorization: https://cwe.mitre.org/data/definitions/862.html
  - checklocks, a checker of lock annotations: https://github.com/google/gvisor/tree/master/tools/checklocks
*/
package unguarded
