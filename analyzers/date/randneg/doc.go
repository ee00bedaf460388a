/*
Package randneg reports random numbers below, and tickers of, a computed duration that is zero or negative for some input.

# Reported

The functions of math/rand and math/rand/v2 that return a number below n (Intn, Int31n, Int63n, IntN, Int32N, Int64N, N), time.NewTicker and Reset of a Ticker panic if their argument is not positive; time.Tick returns a nil channel, from which nothing ever comes. They are reported where the argument is

  - the time until a deadline, by time.Until or `t.Sub(time.Now())`, which is negative once it has passed;
  - a difference of times or of durations, which is 0 where they are equal;
  - a quotient, `n / 2` or `int(d.Seconds())`, of a number that is known to be positive but not to be as large as the divisor;
  - a number that was tested, but the test lets negative values pass, as `d != 0`, or 0, as `d < 0`;
  - a field that is set to a parameter tested in such a way;
  - a positive multiple of one of these, or a parameter for which a caller in the package passes one.

With the option unchecked, a Duration is reported too that is, or is computed by products and quotients of, a parameter of an exported function, a field of a struct of the package, a flag of package flag or the result of time.ParseDuration, where nothing in the package tests it and it has no default.

# Why

Jitter is what code adds to a wait so that many clients do not come back at once. It is computed when something has gone wrong, such as a renewal that is late or a server that answers "Retry-After: 0". There the time left is 0 or negative, and the client that was to retry panics instead.

# Example

{{example}}

# Detection

The bounds of the argument are computed from types, arithmetic, min and max, the branches that dominate the call, what an unexported field is ever set to, also by a function literal behind a check in the function around it, and what the callers of an unexported function pass. If they do not show it to be positive, an input is looked for that makes it zero or negative; without one there is no finding. The message names that input.

# Silent

The analyzer is silent if

  - the argument is a parameter, a field or a variable alone, such as configuration, unless a test of it is too weak as said above; with the option unchecked, if the package compares it anywhere, passes it to a function that returns a boolean or an error, or sets the field to a positive constant, if the field has a tag validate, valid or binding, or if the function has the name of the one that it calls, as a NewTicker of a clock;
  - a dominating branch, max, or a default for small values keeps it positive;
  - a branch orders the two sides of a difference, or asks a function about one of them, in whatever way, or all callers of a function that is not exported have one for its parameters;
  - a positive Duration would have to be shorter than a millisecond to make a quotient 0, as in `d / 2`;
  - the package compares the fields of which a difference is computed, anywhere, as a Validate method does, or compares what it sets them to;
  - a default stands in for 0, as in `if d == 0 { d = time.Second }`;
  - the deadline comes from a function that is not known, as from a schedule;
  - something is added to a difference, as in `max-min+1`;
  - operands of a difference are integers that are not durations.

Of a number from a field, a package variable or a parameter, the command also asks
the other functions and packages of the module, and is silent if

  - one of them refuses every value that is too small, or replaces it: it returns an error or false, fails, collects an error or sets another value, as a Validate method or `if c.Jitter <= 0 { c.Jitter = time.Minute }` does, itself or by a function of the module that is passed the number; for a difference, if the two fields are compared with each other;
  - a tag of the field does, as `validate:"min=1"`, `binding:"gt=0"` or `minimum:"1"`, or the marker `+kubebuilder:validation:Minimum=1`;
  - nothing but constants that are large enough, or numbers of which the same is known, are ever put there or passed, and nothing outside of the module can do so: the function or field is not exported, or its package is internal, a program, or only there for programs of the module. A field with a tag, one whose address is taken and a struct that is decoded into count as set from outside, a function that is used as a value or called through an interface as called from outside.

# Limits

  - go vet and other drivers see one package at a time: they do not know what other packages validate or pass, and report more.
  - Whether validation runs before is not asked, only that it is there. To do nothing where a number is 0 is no validation of it elsewhere.
  - Of a limit that is no constant, only its name, or that it is a package variable, tells that it is one.
  - Values that travel through maps, slices, channels, or functions that return them are not followed.
  - Products of floating-point numbers are not followed.
  - crypto/rand.Int is not looked at.

# Rewrite or suppress

Test the number that is passed, not what it was computed of:

	half := time.Until(expires) / 2
	if half <= 0 {
		return 0
	}
	return time.Duration(rand.Int63n(int64(half)))

or use `max(1, half)`. Where the input cannot occur, say why:

	//leapguard:ignore randneg intervals are at least a minute, see Load

# Options

{{options}}

# References

  - rand.Int63n panics if n <= 0: https://pkg.go.dev/math/rand#Int63n
  - time.NewTicker panics if the duration is not positive: https://pkg.go.dev/time#NewTicker
  - CWE-1284, Improper Validation of Specified Quantity in Input: https://cwe.mitre.org/data/definitions/1284.html
*/
package randneg
