package permit

import "errors"

// What the errors of this package wrap, for use with [errors.Is].
var (
	// ErrConfig says that a limit or the sink is missing or out of range.
	ErrConfig = errors.New("permit: bad configuration")

	// ErrTime says that a time is zero, or in no year from 1 to 9999.
	ErrTime = errors.New("permit: bad time")

	// ErrUnknown says that the authority does not know the resource, which is
	// therefore protected.
	ErrUnknown = errors.New("permit: unknown resource")

	// ErrResource says that a resource cannot be added or removed as asked.
	ErrResource = errors.New("permit: bad resource")

	// ErrProtected says that the resource is protected: it has no lease.
	ErrProtected = errors.New("permit: protected")

	// ErrExpired says that the lease has expired. Such errors wrap
	// [ErrProtected] too.
	ErrExpired = errors.New("lease expired")

	// ErrLease says that a lease is incomplete, over already, or too long.
	ErrLease = errors.New("permit: bad lease")

	// ErrLeased says that the resource has a lease already.
	ErrLeased = errors.New("permit: already leased")

	// ErrIntent says that the intent is incomplete, or is about another action
	// or resource.
	ErrIntent = errors.New("permit: no intent")

	// ErrEpoch says that there is no primary yet, or that an epoch is not the
	// current one.
	ErrEpoch = errors.New("permit: stale epoch")

	// ErrCap says that the window has seen as many permits as may be.
	ErrCap = errors.New("permit: too many permits")

	// ErrGroup says that another group is open.
	ErrGroup = errors.New("permit: another group is open")

	// ErrPermit says that the permit is the zero value, or is for another
	// action or resource.
	ErrPermit = errors.New("permit: no permit for this")

	// ErrConsumed says that the permit was consumed before.
	ErrConsumed = errors.New("permit: consumed before")

	// ErrAudit says that the sink did not take the record of the decision.
	ErrAudit = errors.New("permit: not recorded")

	// ErrCorrupt says that a snapshot contradicts itself or the authority.
	ErrCorrupt = errors.New("permit: corrupt snapshot")
)
