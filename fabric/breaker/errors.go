package breaker

import "errors"

// What the errors of this package wrap, for use with [errors.Is].
var (
	// ErrThreshold says that a threshold is missing or too low.
	ErrThreshold = errors.New("breaker: bad threshold")

	// ErrTime says that a time is zero, or in no year from 1 to 9999.
	ErrTime = errors.New("breaker: bad time")

	// ErrKey says that a key has no artefact, version or known cause.
	ErrKey = errors.New("breaker: bad key")

	// ErrNode says that a node has no name, or is or is not withdrawn.
	ErrNode = errors.New("breaker: bad node")

	// ErrOpen says that the breaker is open.
	ErrOpen = errors.New("breaker: open")

	// ErrHeld says that a canary of the key has failed.
	ErrHeld = errors.New("breaker: healing is held")

	// ErrCanary says that a canary of the key has not proved itself yet.
	ErrCanary = errors.New("breaker: a canary is under way")

	// ErrFull says that failures and heals in flight make up the threshold.
	ErrFull = errors.New("breaker: budget used up")

	// ErrTicket says that a ticket is the zero value, or done already.
	ErrTicket = errors.New("breaker: no such ticket")

	// ErrOutcome says that an outcome is none; it counts as [Failed].
	ErrOutcome = errors.New("breaker: unknown outcome")

	// ErrName says that nobody, or no reason, was named.
	ErrName = errors.New("breaker: name or reason missing")

	// ErrClosed says that there is nothing to clear.
	ErrClosed = errors.New("breaker: not open")

	// ErrCorrupt says that a snapshot contradicts itself.
	ErrCorrupt = errors.New("breaker: corrupt snapshot")
)
