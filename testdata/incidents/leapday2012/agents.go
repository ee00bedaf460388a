// Package leapday2012 is the guest agent and host agent of the outage of
// 29 February 2012, as they might have been written in Go.
//
// A guest agent starts by making a transfer certificate that is valid from
// midnight UTC for one year. Where that fails, it ends without a word; the
// host agent waits for it, restarts the machine, and in the end blames the
// hardware.
package leapday2012

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

	dateLayout = "2006-01-02"
)

// A Guest is the agent inside a virtual machine.
type Guest struct {
	Name string
	Now  func() time.Time

	key  *ecdsa.PrivateKey
	cert []byte // DER
}

// Start makes the transfer certificate and hands it to the host.
func (g *Guest) Start(connect func(cert []byte)) error {
	if err := g.createTransferCert(); err != nil {
		return fmt.Errorf("%s: transfer certificate: %w", g.Name, err)
	}
	connect(g.cert)
	return nil
}

func (g *Guest) createTransferCert() error {
	from, to, err := validity(g.Now().UTC())
	if err != nil {
		return err
	}
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

// validity returns midnight of the current day and the same day of next year.
func validity(now time.Time) (from, to time.Time, err error) {
	year, month, day := now.Date()
	from, err = parseDay(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	if err != nil {
		return from, to, err
	}
	to, err = parseDay(fmt.Sprintf("%04d-%02d-%02d", year+1, month, day))
	return from, to, err
}

func parseDay(s string) (time.Time, error) {
	return time.ParseInLocation(dateLayout, s, time.UTC)
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
	// Boot starts the guest and waits for its connection.
	Boot func(timeout time.Duration) error
	// Reinit puts a fresh operating system into the virtual machine.
	Reinit func() error
	// Report tells the fabric controller.
	Report func(server string, state State)

	timeouts int
}

// Watch boots the guest until it connects. As no customer code has run yet,
// three timeouts in a row are taken for broken hardware.
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
