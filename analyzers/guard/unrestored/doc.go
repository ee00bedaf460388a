/*
Package unrestored reports protections that are switched off and stay off on
some path.

# Reported

A call of a function or method that is declared to switch a protection off,

	//leapguard:off KIND OBJ restore=FUNC

in a function that control can leave without FUNC having been called for OBJ:

  - by a return, a panic on purpose, or, in a loop over objects, by going on
    with the next one;
  - because FUNC is called for another object, with a context that is over by
    then, or only if no error came up;
  - because a deferred call switches off once more.

So are calls that switch off what the models know, in functions that restore it
on some paths and not on others, or on another connection than the one that is
held; and in functions that are to restore it, by their names:

  - foreign keys and triggers of databases, by SQL text: `PRAGMA foreign_keys =
    OFF`, `SET FOREIGN_KEY_CHECKS = 0`, `SET session_replication_role = replica`,
    `ALTER TABLE ... DISABLE TRIGGER`;
  - nodes of Kubernetes, by `RunCordonOrUncordon` and by functions or methods
    called Cordon or Drain that have one called Uncordon beside them;
  - file systems, by the ioctl FIFREEZE or the program fsfreeze.

The message names the line on which control leaves, or the restore that does not
help. Related positions give further exits and the calls that restore on other
paths.

# Why

On 28 December 2012 nodes of a storage cluster whose protection had been switched
off for repair, and never on again, were formatted. Recovery took 62 hours.

A connection with foreign keys off goes back to its pool when a migration fails:
from then on, whoever gets it can delete rows that others refer to. A file system
that stays frozen blocks every writer.

# Example

{{example}}

# Detection

All paths from the entry of the function through the call to the exits are
followed, up to 20,000 steps. On the way, conditions that were decided before
come out the same again: tests of errors and booleans, of variables that are set
on the path, and calls with the same arguments. Deferred functions run at the
exits, in their order, and literals among them are followed.

A path is left alone once it has come to

  - a call of FUNC, of a function that does nothing else with the protection, or
    of a function of another package that always calls FUNC for its parameter;
  - a call that is given a function literal or method value that restores, such
    as the registration of a cleanup.

A function of the package that only switches a model's protection off, and an
unexported one that does so with a declared one and all of whose callers are
known, stands for the call itself: the callers are to restore.

OBJ is the same object if its variable or the fields that lead to it are. Calls
for objects that may be the same restore.

# Silent

  - The call that switches off failed: it returned an error, or false.
  - The function returns what restores: a function, a method value, what the call
    returned, or an object of a type of the package with a method that restores;
    or stores a function that restores.
  - The object is destroyed on that path, by a declared danger; the database
    is closed.
  - The call says for how long: a parameter of type time.Time or time.Duration
    that is not called a timeout, interval or the like, other than 0.
  - The process ends, as by log.Fatal.
  - Whether to restore depends on something else than an error, such as what was
    on before.
  - The function is declared to switch the same KIND off, or restores it.
  - What models describe, where nothing restores behind it in the function, as in
    one that switches on or off as it is told.
  - SQL in a transaction that undoes or ignores the statement. Text of several
    statements.
  - Nodes that are uncordoned behind success only: those that failed are often
    left cordoned on purpose. Only functions that uncordon behind an error or in a
    deferred function are held to it.
  - Test files.
  - A waiver covers the call.

# Limits

  - A call that happens to panic, by a nil map or an index, is not an exit;
    neither, for what models describe, is a panic on purpose.
  - An object that Start switches off and Stop on again, two methods, is reported
    in Start, if the KIND is declared: declare Start `off` with `restore=Stop`.
  - What goroutines and functions in fields or maps do is not followed: to be given
    a function that restores counts as calling it.
  - SQL is known where the text is constant, or the format of fmt.Sprintf or the
    parts of a concatenation are, and the method is called Exec, ExecContext,
    MustExec, MustExecContext, Raw, RawQuery or NewRaw.
  - One finding stands for all calls that switch the same object off and leave
    the function in the same way.
  - Statements on a pool of connections may be executed on several. That is not
    reported, since the pool may be limited to one.

# Rewrite or suppress

Restore in a deferred call right behind the one that switches off, with a context
that the work cannot end:

	if err := disable(n); err != nil {
		return err
	}
	defer enable(n)

If the callers are to restore, say so in the doc comment of the function:

	//leapguard:off KIND OBJ restore=FUNC

What is to stay off is waived by a comment on the statement, or in the doc comment
of the function; for the protections of the models, KIND is `unrestored`:

	//leapguard:ok KIND reason

# Options

None.

# References

  - Summary of the outage of 28 December 2012:
    https://azure.microsoft.com/en-us/blog/details-of-the-december-28th-2012-windows-azure-storage-disruption-in-us-south/
  - CWE-460, Improper Cleanup on Thrown Exception: https://cwe.mitre.org/data/definitions/460.html
  - SQLite, foreign key support: https://www.sqlite.org/foreignkeys.html
*/
package unrestored
