/*
Package staleguard reports destructive calls behind a check whose answer may be
out of date: between the two, others had the opportunity to change the object.

# Reported

A call that is declared //leapguard:danger, or leads to one, where the check of
its kind holds, but on a path from the check to the call

  - a mutex is unlocked that was held at the check;
  - a channel operation or a select without default blocks;
  - time.Sleep, or Wait of a sync.WaitGroup or sync.Cond, is called.

# Why

The check tells what was true when it was made. A lock that is released lets a
pod be scheduled to the node, and a sleep leaves time to mount the disk, that were
found empty. It is destroyed all the same.

# Example

{{example}}

# Detection

As by unguarded, which checks hold at the call is found by a forward analysis of
the function. The check whose answer counts there is the latest one; what the
function does between it and the call, on any path that does not pass the check
again, is looked through.

# Silent

The check is silent if

  - the object is checked again behind the change;
  - the call is given what makes it fail if the object changed: the function sets
    a field called Preconditions or ResourceVersion, or an argument is a
    transaction;
  - the object was made in the same function;
  - the unlocking is deferred;
  - no check holds: unguarded reports that. It also reports checks that are made
    before a goroutine starts, and flags that are assigned to behind the check.

# Limits

  - Only what the function does itself is seen, not what those that it calls do.
  - A request to another machine takes time, too, and is no change here.
  - That no one else holds a lock or knows the object is not seen.
  - Stores to fields of the object that are no flags are not taken for changes:
    most of them record that it is about to go.

# Rewrite or suppress

Hold the lock until the object is gone, check again behind the wait, or make the
call conditional on the version that was checked. A reviewed call is waived by

	//leapguard:ok staleguard reason

on its statement or in the doc comment of the function.

# Options

None.

# References

  - CWE-367, Time-of-check Time-of-use Race Condition: https://cwe.mitre.org/data/definitions/367.html
*/
package staleguard
