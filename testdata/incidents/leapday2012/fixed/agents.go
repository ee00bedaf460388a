// Package fixed is the guest agent and host agent of the outage of
// 29 February 2012 as they should have been.
//
// A guest agent starts by making a transfer certificate that is valid from
// midnight UTC for one year, on 29 February up to 28 February. Where that
// fails, it says so, and the host agent does not take a failure that it has
// been told of for broken hardware.
package fixed

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"math/big"
	"time"
)

// ErrTimeout says that no guest agent has connected in time.
var ErrTimeout = errors.New("guest agent did not connect")

const (
	connectTimeout = 25 * time.Minute
	maxTimeouts    = 3
)

// A Guest is the agent inside a virtual machine.
type Guest struct {
	Name string
	Now  func() time.Time

	key  *ecdsa.PrivateKey
	cert []byte // DER
}

// Start makes the transfer certificate and hands it to the host, or else the
// reason why there is none.
func (g *Guest) Start(connect func(cert []byte, failure error)) error {
	if err := g.createTransferCert(); err != nil {
		err = fmt.Errorf("%s: transfer certificate: %w", g.Name, err)
		connect(nil, err)
		return err
	}
	connect(g.cert, nil)
	return nil
}

func (g *Guest) createTransferCert() error {
	from, to := validity(g.Now().UTC())
	var err error
	if g.key, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader); err != nil {
		return err
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 127))
	if err != nil {
		return err
	}
	template := &x509.Certificate{
		SerialNumber: serial,
		Subject:      pkix.Name{CommonName: g.Name},
		NotBefore:    from,
		NotAfter:     to,
		KeyUsage:     x509.KeyUsageKeyEncipherment,
	}
	g.cert, err = x509.CreateCertificate(rand.Reader, template, template, &g.key.PublicKey, g.key)
	return err
}

// validity returns midnight of the current day and the same day of next year,
// 28 February after 29 February.
func validity(now time.Time) (from, to time.Time) {
	year, month, day := now.Date()
	from = time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if month == time.February && day == 29 {
		day = 28
	}
	return from, time.Date(year+1, month, day, 0, 0, 0, 0, time.UTC)
}

// State is what the fabric controller believes of a server.
type State int

// The states of a server.
const (
	Healthy State = iota
	Faulty        // a person has to look at the hardware
)

// A Host is the agent on a server.
type Host struct {
	Server string
	// Boot starts the guest and waits for its connection. Its error is that
	// of the guest, or ErrTimeout.
	Boot func(timeout time.Duration) error
	// Reinit puts a fresh operating system into the virtual machine.
	Reinit func() error
	// Report tells the fabric controller.
	Report func(server string, state State)

	timeouts int
}

// Watch boots the guest until it connects. Only silence counts as a timeout: a
// guest that reports a failure runs on hardware that works.
func (h *Host) Watch() error {
	for {
		err := h.Boot(connectTimeout)
		if err == nil {
			h.timeouts = 0
			h.Report(h.Server, Healthy)
			return nil
		}
		if !errors.Is(err, ErrTimeout) {
			return err
		}
		if h.timeouts++; h.timeouts == maxTimeouts {
			h.Report(h.Server, Faulty)
			return fmt.Errorf("%s: %d timeouts: %w", h.Server, h.timeouts, err)
		}
		if err := h.Reinit(); err != nil {
			return err
		}
	}
}
