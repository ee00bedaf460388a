// Package permit protects resources against destructive actions by default, and
// hands out one-use permits for the exceptions.
//
// An [Authority] knows resources and the groups, such as fault domains, that
// they belong to. Every resource is protected, unless a [Lease] says otherwise:
// it names an owner, a reason and a ticket, and it ends. Protection is back at
// the very instant of its expiry, or when it is released; nobody has to think
// of that.
//
// That a resource is not protected does not say that anybody wants it
// destroyed. Therefore [Authority.Authorize] also asks for an [Intent], a record
// of who ordered what, and returns a [Permit] for one action on one resource.
// The code that destroys calls [Permit.Consume] right before it does, which
// decides anew and under the lock of the authority, so that no answer can grow
// old on the way. It succeeds once, however often the permit was copied.
//
// Permits belong to an epoch: the term of the primary that was granted them.
// [Authority.Advance] makes all permits of earlier epochs useless. Leases are
// kept across restarts as a [Snapshot], permits never are: a primary that has
// just loaded the state can destroy nothing with what it loaded.
//
// Permits are capped: so many in a window of time, in all and in a group, and
// none in a second group as long as the first is open: as long as a permit can
// still be consumed there, or one was consumed and its lease has not ended.
//
// Every decision goes to a [Sink]. Where it cannot be recorded, nothing is
// granted.
//
// # Failure
//
// No method panics on what it is passed. Errors wrap one of the variables Err...
// of this package and say what was wrong. After an error nothing is less
// protected than before. The zero values of all types permit nothing.
//
// # Time
//
// The package reads no clock: the time is a parameter. A time that lies before
// one that the authority has seen counts as the latter, so that what has expired
// stays so. Times are kept in UTC, without monotonic readings, and lie in the
// years 1 to 9999, which RFC 3339 can write; the zero time is refused.
//
// # Annotations
//
// Code that is checked by leapguard can name three kinds of danger for which
// this package has the checks:
//
//	//leapguard:danger permit OBJ   behind Permit.Consume
//	//leapguard:danger intent OBJ   behind Authority.Authorize
//	//leapguard:danger lease OBJ    behind Authority.Protected or Unprotect
//
// What destroys data is a danger of kind permit.
package permit
