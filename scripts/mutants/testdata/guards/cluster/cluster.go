// Package cluster removes members of a replicated store.
package cluster

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"
)

// A Member is a voting member.
type Member struct {
	ID      uint64
	Name    string
	Learner bool
}

// A Client talks to the cluster.
type Client interface {
	// Remove removes the member for good.
	//
	//leapguard:danger member id
	Remove(ctx context.Context, id uint64) error

	// QuorumWithout fails if the others could not go on without the member.
	//
	//leapguard:check member id
	QuorumWithout(ctx context.Context, id uint64) error

	// Healthy reports whether the member answers.
	//
	//leapguard:check member id when=false
	Healthy(ctx context.Context, id uint64) (bool, error)
}

// A Reconciler removes members that are gone.
type Reconciler struct {
	Client  Client
	Log     *slog.Logger
	Timeout time.Duration
}

// Reconcile removes a member that does not answer.
func (r *Reconciler) Reconcile(ctx context.Context, m *Member) error {
	log := r.Log.With("member", m.Name)
	ctx, cancel := context.WithTimeout(ctx, r.Timeout)
	defer cancel()
	healthy, err := r.Client.Healthy(ctx, m.ID)
	if err != nil {
		log.Error("health is unknown", "error", err)
		return err
	}
	if healthy {
		log.Info("back again")
		return nil
	}
	log.Info("removing")
	if err := r.Client.Remove(ctx, m.ID); err != nil {
		return fmt.Errorf("remove member %s: %w", m.Name, err)
	}
	return nil
}

// Scale removes members until so many are left.
func (r *Reconciler) Scale(ctx context.Context, members []*Member, replicas int) error {
	for len(members) > replicas {
		last := members[len(members)-1]
		if err := r.Client.QuorumWithout(ctx, last.ID); err != nil {
			return err
		}
		if err := r.Client.Remove(ctx, last.ID); err != nil {
			return err
		}
		members = members[:len(members)-1]
	}
	return nil
}

// permit is what has to hold before a member goes.
func (r *Reconciler) permit(ctx context.Context, m *Member) error {
	if m.Learner {
		return errors.New("learners are promoted first")
	}
	if err := r.Client.QuorumWithout(ctx, m.ID); err != nil {
		return fmt.Errorf("quorum: %w", err)
	}
	return nil
}

// Evict removes one member.
func (r *Reconciler) Evict(ctx context.Context, m *Member) error {
	if err := r.permit(ctx, m); err != nil {
		return err
	}
	return r.Client.Remove(ctx, m.ID)
}

// Shutdown removes the member itself when the process ends.
func (r *Reconciler) Shutdown(ctx context.Context, self *Member) {
	if err := r.Client.QuorumWithout(ctx, self.ID); err != nil {
		r.Log.Warn("staying a member", "error", err)
		return
	}
	defer r.Log.Info("left")
	func() {
		if err := r.Client.Remove(ctx, self.ID); err != nil {
			r.Log.Error("cannot leave", "error", err)
		}
	}()
}

// Rejoin removes a member to add it again with another address.
func (r *Reconciler) Rejoin(ctx context.Context, m *Member, add func(context.Context, string) error) error {
	dead, err := r.dead(ctx, m.ID)
	if err != nil || !dead {
		return err
	}
	if err := r.Client.Remove(ctx, m.ID); err != nil {
		return err
	}
	return add(ctx, m.Name)
}

func (r *Reconciler) dead(ctx context.Context, id uint64) (bool, error) {
	healthy, err := r.Client.Healthy(ctx, id)
	if err != nil {
		return false, err
	}
	return !healthy, nil
}
