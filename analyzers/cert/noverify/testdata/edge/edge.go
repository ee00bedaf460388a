// Package edge has unusual forms.
package edge

import (
	. "crypto/tls"
	"crypto/x509"
	"sync"
)

var global = Config{
	InsecureSkipVerify: true,
	VerifyConnection:   func(ConnectionState) error { return nil }, // want `VerifyConnection`
}

type dialer struct{ config Config }

func (d *dialer) init() {
	d.config.InsecureSkipVerify = true
	d.config.VerifyPeerCertificate = func([][]byte, [][]*x509.Certificate) error { return nil } // want `VerifyPeerCertificate`
}

// Skipping is set on another configuration.
func other(a, b *Config) {
	a.InsecureSkipVerify = true
	b.VerifyConnection = func(ConnectionState) error { return nil }
}

// Skipping is taken back.
func back(c *Config) {
	c.InsecureSkipVerify = true
	c.VerifyConnection = func(ConnectionState) error { return nil }
	c.InsecureSkipVerify = false
}

// What a callback counts under a lock may decide later.
type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) config() *Config {
	return &Config{
		InsecureSkipVerify: true,
		VerifyConnection: func(ConnectionState) error {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.n++
			return nil
		},
	}
}

// It objects by a panic.
func panics() *Config {
	return &Config{
		InsecureSkipVerify: true,
		VerifyConnection: func(cs ConnectionState) error {
			if len(cs.PeerCertificates) == 0 {
				panic("no certificate")
			}
			return nil
		},
	}
}

func reviewed() *Config {
	return &Config{
		InsecureSkipVerify: true,
		VerifyConnection:   func(ConnectionState) error { return nil }, //leapguard:ignore noverify a probe
	}
}
