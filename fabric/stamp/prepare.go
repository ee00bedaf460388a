package stamp

import (
	"fmt"
	"time"

	"github.com/leapguard/leapguard/fabric/permit"
)

// Prepare is the action of the permits that [Stamp.Prepare] asks for.
const Prepare permit.Action = "prepare"

// Prepare makes a node that came back from repair ready for use, which formats its
// disks, and puts it into service, protected. The permit is for the action [Prepare]
// and the node, and epoch is the term of the primary that orders it. It is consumed
// last: a permit is not lost where something else forbids what it is for.
//
// Whose permit it is the stamp does not know: who passes on permits that others hand
// in asks [permit.Permit.GrantedBy] first.
//
// The error is [ErrEpoch], [ErrUnknown], [ErrState], [ErrProtected], [ErrInUse],
// [ErrDegraded] or one of [permit.Permit.Consume]. After an error nothing is formatted.
func (s *Stamp) Prepare(now time.Time, id NodeID, p *permit.Permit, epoch uint64) error {
	if epoch != s.epoch {
		return fmt.Errorf("%w: %d, the present one is %d", ErrEpoch, epoch, s.epoch)
	}
	n, err := s.in(id, Returned)
	if err != nil {
		return err
	}
	if !n.Unprotected {
		return fmt.Errorf("%w: %s", ErrProtected, id)
	}
	if err := s.spared(n); err != nil {
		return err
	}
	if err := p.Consume(now, Prepare, permit.Resource(n.ID), epoch); err != nil {
		return fmt.Errorf("prepare node %s: %w", id, err)
	}
	return n.prepare()
}
