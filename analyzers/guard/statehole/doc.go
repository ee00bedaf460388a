/*
Package statehole reports destructive calls in the default case of a switch that
does not list all states.

# Reported

A call that is declared //leapguard:danger, or leads to one, that no check of its
kind guards, and to which control comes

  - in the default case of a switch, or
  - behind a switch without default, all cases of which return or continue,

where the tag of the switch has a named type with constants of its own, and two or
more of them stand in no case.

# Why

The default case was written for the states that were known then. A state that is
added later, or the zero value of an object that was read from an old record, takes
the same way and is destroyed.

# Example

{{example}}

# Detection

The calls are those that no check guards, as unguarded finds them; unguarded
reports the call, and this check the hole that leads there. The states are the
constants of the type in the package that declares it, by value; of other packages
the exported ones.

# Silent

The check is silent if

  - a check of the kind holds at the call, in the default case or before;
  - the switch lists all states, or all but one: then the default case is meant
    for that one;
  - a case lists what is no constant, or the tag has a type of the language.

# Limits

  - Chains of if and else are not taken for switches, nor are those of texts
    without a type.
  - A default case that stands for several states on purpose is reported, too:
    the list would say which.

# Rewrite or suppress

List the states that may be destroyed, and refuse all others in the default case.
A reviewed call is waived by

	//leapguard:ok KIND reason

on its statement or in the doc comment of the function.

# Options

None.

# References

  - CWE-478, Missing Default Case in Multiple Condition Expression: https://cwe.mitre.org/data/definitions/478.html
*/
package statehole
