package cluster

import (
	"errors"
	"fmt"
	"io"
	"time"
)

// An Identity is what an agent receives secrets by: a certificate, and the private
// key to it, which nobody else has. [transfercert.Cert] is one.
type Identity interface {
	// Certificate returns the certificate in DER.
	Certificate() []byte
	// Open decrypts what was sealed to the certificate for a context.
	Open(sealed, context []byte) ([]byte, error)
}

// NewIdentity makes an identity with a fresh key that is valid at an instant.
type NewIdentity func(random io.Reader, now time.Time) (Identity, error)

// A Guest is the agent inside a virtual machine. It makes an identity at each
// start, hands the certificate to the host agent, and opens the secrets that come
// back. If it cannot, it says so before it ends: a silent end looks like a broken
// server from outside, and was taken for one.
type Guest struct {
	vm       VMID
	version  Version
	random   io.Reader
	create   NewIdentity
	identity Identity
}

// NewGuest returns the agent of a virtual machine before its first start. Keys are
// made from random.
func NewGuest(vm VMID, version Version, random io.Reader, create NewIdentity) *Guest {
	return &Guest{vm: vm, version: version, random: random, create: create}
}

// A GuestEvent is what a guest agent reacts to: [Boot] or [Secrets].
type GuestEvent interface{ guestEvent() }

// Boot is a start of the operating system.
type Boot struct{ Trigger Trigger }

// Secrets are the secrets of a virtual machine, sealed to its certificate.
type Secrets struct {
	VM     VMID
	Sealed []byte
}

func (Boot) guestEvent()    {}
func (Secrets) guestEvent() {}

// A GuestReport is what a guest agent tells its host: [Connected], [Ready] or
// [Failed].
type GuestReport interface{ guestReport() VMID }

// Connected says that the agent runs, and by which certificate it can be sent
// secrets.
type Connected struct {
	VM          VMID
	Certificate []byte
}

// Ready says that the agent has its secrets.
type Ready struct{ VM VMID }

// Failed says that the agent cannot go on, and why.
type Failed struct {
	VM      VMID
	Version Version
	Stage   Stage
	Err     error
}

func (r Connected) guestReport() VMID { return r.VM }
func (r Ready) guestReport() VMID     { return r.VM }
func (r Failed) guestReport() VMID    { return r.VM }

// Step lets the agent react to an event at an instant, and returns what it tells
// its host.
func (g *Guest) Step(now time.Time, event GuestEvent) []GuestReport {
	switch event := event.(type) {
	case Boot:
		return g.boot(now)
	case Secrets:
		return g.open(event)
	}
	return nil
}

// boot makes a new identity, with a new key, for this start.
func (g *Guest) boot(now time.Time) []GuestReport {
	g.identity = nil
	if g.create == nil {
		return g.fail(StageCertificate, errors.New("nothing makes identities"))
	}
	identity, err := g.create(g.random, now)
	if err != nil {
		return g.fail(StageCertificate, err)
	}
	g.identity = identity
	return []GuestReport{Connected{VM: g.vm, Certificate: identity.Certificate()}}
}

func (g *Guest) open(event Secrets) []GuestReport {
	if g.identity == nil {
		return g.fail(StageSecrets, fmt.Errorf("secrets for %s, which has no identity", event.VM))
	}
	if _, err := g.identity.Open(event.Sealed, SecretContext(g.vm)); err != nil {
		return g.fail(StageSecrets, err)
	}
	return []GuestReport{Ready{VM: g.vm}}
}

func (g *Guest) fail(stage Stage, err error) []GuestReport {
	return []GuestReport{Failed{VM: g.vm, Version: g.version, Stage: stage, Err: err}}
}

// SecretContext returns what binds sealed secrets to one virtual machine.
func SecretContext(vm VMID) []byte { return []byte("fabric/cluster secrets of " + vm) }
