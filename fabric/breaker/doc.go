// Package breaker keeps automatic healing from spreading the fault that it
// heals.
//
// [Classify] tells what caused a group of failures. What it cannot tell is
// [Unknown], and never [Hardware]: that software is silent does not prove that
// its machine is broken.
//
// A [Budget] limits how much healing there may be. [Budget.Begin] asks for a
// [Ticket] before each heal, and [Ticket.Done] says what came of it. The budget
// counts failures that are proven and heals whose outcome is not known yet, since
// a threshold of the former alone is passed by what is under way: with ten
// machines on a node, a breaker that trips at 50 failed nodes ends at 491.
// [Budget.Withdraw] asks whether one more node may be taken out of service.
//
//	failures + heals in flight <= threshold, at all times
//
// When the failures reach the threshold, or a failure comes for which there is no
// room, the breaker opens. Then it refuses every heal and withdrawal until a
// human, by name and with a reason, calls [Budget.Clear]. Heals in flight
// are paid for and end as they end.
//
// Heals of one [Key], an artefact and a cause, are suspect if the cause is not
// hardware, if one of them failed, or if the breaker was open before. Then one
// heal at a time may run, the canary, and the next only when it has proved
// itself. If it fails, the key is held until the breaker is cleared.
//
// More failure never means more healing: no failure makes the budget grant what
// it refused before.
//
// # Failure
//
// No method panics on what it is passed. Errors wrap one of the variables Err...
// of this package and say what was wrong. After an error no more is allowed than
// before. The zero values of all types allow nothing. A heal without a known
// outcome has failed.
//
// # Time
//
// The package reads no clock: the time is a parameter, which is kept and decides
// nothing. Times are kept in UTC, without monotonic readings, and lie in the
// years 1 to 9999, which RFC 3339 can write; the zero time is refused.
//
// # Annotations
//
// Code that is checked by leapguard can name two kinds of danger for which this
// package has the checks:
//
//	//leapguard:danger heal OBJ       behind Budget.Begin
//	//leapguard:danger withdraw OBJ   behind Budget.Withdraw
package breaker
