package permit

import (
	"fmt"
	"slices"
	"time"
)

// An Intent is what is left of an order: the name of a durable record that
// somebody wants the action done to the resource. Whoever keeps the record sees
// to it that it stays until the action is done, and not longer.
type Intent struct {
	ID       string // where the record is
	Action   Action
	Resource Resource
}

// A Grant is the memory of a permit that counts against the limits.
type Grant struct {
	Time  time.Time // when it was granted
	Group Group
}

// A Permit allows one action on one resource, once. It comes from
// [Authority.Authorize]; the zero value allows nothing. Copies share what was
// granted: when one is consumed, all are.
//
// A permit is worth what the authority is worth that granted it, and anybody can make
// another one by [New]. What destroys, and does not trust its callers, knows its
// authority and asks [Permit.GrantedBy] first.
type Permit struct {
	grant *grant
}

// A grant is what all copies of a permit point to. The mutex of the authority
// guards it.
type grant struct {
	authority *Authority
	record    Record // number, action, resource, group, epoch, intent
	tenure    *tenure
	consumed  bool
}

// GrantedBy reports whether the authority granted the permit, which it may yet refuse
// to let anybody consume. No authority has granted the zero value.
func (p *Permit) GrantedBy(a *Authority) bool {
	return p != nil && p.grant != nil && p.grant.authority == a
}

// Authorize returns a permit to do the action to the resource, in the current
// epoch and as long as the lease of the resource is open. The error is
//
//   - [ErrUnknown] for a resource that was not added;
//   - [ErrIntent] if the intent has no ID, or is not about this action and
//     resource;
//   - [ErrEpoch] before the first call of [Authority.Advance];
//   - [ErrProtected] without a lease;
//   - [ErrGroup] while another group is open;
//   - [ErrCap] if the group, or all together, had the permits of the window;
//   - [ErrTime] or [ErrAudit].
//
// That a permit was granted guards nothing yet: see [Permit.Consume].
//
//leapguard:check intent r
func (a *Authority) Authorize(now time.Time, act Action, r Resource, why Intent) (*Permit, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.asked(now, VerbAuthorize, r); err != nil {
		return nil, err
	}
	rec := a.recordOf(VerbAuthorize, Lease{Resource: r})
	rec.Action, rec.Intent = act, why.ID
	t, err := a.grantable(act, r, why)
	if err != nil {
		return nil, a.refuse(rec, err)
	}
	rec.Decision, rec.Permit, rec.Lease = Granted, a.permits+1, t.lease
	if err := a.record(rec); err != nil {
		return nil, err
	}
	a.permits++
	a.recent = append(a.recent, Grant{Time: a.now, Group: rec.Group})
	g := &grant{authority: a, record: rec, tenure: t}
	t.grants = append(t.grants, g)
	return &Permit{grant: g}, nil
}

// grantable returns the tenure under which a permit can be granted now.
func (a *Authority) grantable(act Action, r Resource, why Intent) (*tenure, error) {
	group, known := a.groups[r]
	switch {
	case !known:
		return nil, fmt.Errorf("%w: %q", ErrUnknown, r)
	case blank(string(act)) || blank(why.ID):
		return nil, fmt.Errorf("%w: action %q, intent %q", ErrIntent, act, why.ID)
	case why.Action != act || why.Resource != r:
		return nil, fmt.Errorf("%w: %q is about %q of %q, not %q of %q", ErrIntent, why.ID, why.Action, why.Resource, act, r)
	case a.epoch == 0:
		return nil, fmt.Errorf("%w: there is no primary", ErrEpoch)
	}
	t, err := a.tenureOf(r)
	if err != nil {
		return nil, err
	}
	if other, open := a.openBeside(group); open {
		return nil, fmt.Errorf("%w: %q, not %q of %q", ErrGroup, other, group, r)
	}
	return t, a.room(group)
}

// openBeside returns an open group other than g, if there is one.
func (a *Authority) openBeside(g Group) (Group, bool) {
	for _, t := range a.tenures() {
		if other := a.groups[t.lease.Resource]; other != g && (t.used || a.live(t)) {
			return other, true
		}
	}
	return "", false
}

// live reports whether a permit of t is of the current epoch, so that it can be
// consumed unless it was.
func (a *Authority) live(t *tenure) bool {
	return slices.ContainsFunc(t.grants, func(g *grant) bool { return g.record.Epoch == a.epoch })
}

// room returns an error if the window has no room for another permit in g.
func (a *Authority) room(g Group) error {
	inGroup := 0
	for _, p := range a.recent {
		if p.Group == g {
			inGroup++
		}
	}
	if inGroup >= a.config.PerGroup {
		return fmt.Errorf("%w: %d in group %q within %v", ErrCap, inGroup, g, a.config.Window)
	}
	if len(a.recent) >= a.config.PerWindow {
		return fmt.Errorf("%w: %d within %v", ErrCap, len(a.recent), a.config.Window)
	}
	return nil
}

// within returns those of grants that count at the time now.
func within(grants []Grant, now time.Time, window time.Duration) []Grant {
	return slices.DeleteFunc(grants, func(g Grant) bool { return !g.Time.Add(window).After(now) })
}

// Consume uses the permit up. Only if it returns nil may the action be done to
// the resource, at once. The epoch is that of the primary for which the caller
// works, as the caller knows it. The error is
//
//   - [ErrPermit] if the permit is nil or the zero value, or was granted for
//     another action or resource;
//   - [ErrConsumed] if it, or a copy, was consumed before;
//   - [ErrEpoch] if it was granted in another epoch than the current one, or the
//     caller works in another;
//   - [ErrProtected] if the lease was released or has expired, in which case it
//     is [ErrExpired] too;
//   - [ErrTime] or [ErrAudit].
//
// After an error the permit is as it was.
//
//leapguard:check permit r
func (p *Permit) Consume(now time.Time, act Action, r Resource, epoch uint64) error {
	if p == nil || p.grant == nil {
		return fmt.Errorf("%w: it was never granted", ErrPermit)
	}
	g := p.grant
	a := g.authority
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.asked(now, VerbConsume, r); err != nil {
		return err
	}
	rec := g.record
	rec.Time, rec.Verb, rec.Lease = a.now, VerbConsume, g.tenure.lease
	if err := a.consumable(g, act, r, epoch); err != nil {
		rec.Action, rec.Resource, rec.Group, rec.Epoch = act, r, a.groups[r], epoch
		return a.refuse(rec, err)
	}
	rec.Decision = Consumed
	if err := a.record(rec); err != nil {
		return err
	}
	g.consumed, g.tenure.used = true, true
	return nil
}

func (a *Authority) consumable(g *grant, act Action, r Resource, epoch uint64) error {
	granted := g.record
	switch {
	case granted.Action != act || granted.Resource != r:
		return fmt.Errorf("%w: it is for %q of %q, not %q of %q", ErrPermit, granted.Action, granted.Resource, act, r)
	case g.consumed:
		return fmt.Errorf("%w: permit %d", ErrConsumed, granted.Permit)
	case granted.Epoch != a.epoch || epoch != a.epoch:
		return fmt.Errorf("%w: granted in %d, consumed in %d, the current one is %d", ErrEpoch, granted.Epoch, epoch, a.epoch)
	}
	return g.tenure.end
}
