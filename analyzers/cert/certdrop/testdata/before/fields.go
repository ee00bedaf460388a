package before

import (
	"crypto/x509"
	"encoding/pem"
	"errors"
	"os"
)

// A manager holds what it has made, or read and parsed.
type manager struct {
	authority []byte
	extra     []byte
	Given     []byte
}

func (m *manager) load(name string, der []byte) error {
	text, err := os.ReadFile(name)
	if err != nil {
		m.authority = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
		return nil
	}
	if _, err := parseAuthority(text); err != nil {
		return err
	}
	m.authority = text
	m.extra, err = os.ReadFile(name + ".extra")
	m.Given = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	return err
}

func parseAuthority(text []byte) (*x509.Certificate, error) {
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, errors.New("no PEM")
	}
	return x509.ParseCertificate(block.Bytes)
}

func (m *manager) pool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(m.authority)
	return pool
}

func (m *manager) more() *x509.CertPool {
	pool := m.pool()
	pool.AppendCertsFromPEM(m.extra) // want `where m.extra holds no certificate the pool stays without it`
	return pool
}

// Others may set what is exported.
func (m *manager) given() *x509.CertPool {
	pool := m.pool()
	pool.AppendCertsFromPEM(m.Given) // want `where m.Given holds no certificate`
	return pool
}

// best says that the pool may do without.
func (m *manager) best() *x509.CertPool {
	pool := m.pool()
	_ = pool.AppendCertsFromPEM(m.extra)
	return pool
}
