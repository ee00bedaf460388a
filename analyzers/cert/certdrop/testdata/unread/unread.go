// Package unread makes pools that nobody looks into, or that say themselves that
// they are empty.
package unread

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
)

// Whoever lets every certificate pass needs no authorities.
func insecure(name string) (*tls.Config, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text)
	return &tls.Config{RootCAs: pool, InsecureSkipVerify: true}, nil
}

func insecureLater(text []byte) *tls.Config {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text)
	config := &tls.Config{}
	config.InsecureSkipVerify = true
	config.RootCAs = pool
	return config
}

// Sometimes it is needed.
func sometimes(text []byte, insecure bool) *tls.Config {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text) // want `is dropped`
	config := &tls.Config{RootCAs: pool}
	if insecure {
		config.InsecureSkipVerify = true
	}
	return config
}

func chosen(text []byte, insecure bool) *tls.Config {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text) // want `is dropped`
	return &tls.Config{RootCAs: pool, InsecureSkipVerify: insecure}
}

// The callback verifies.
func callback(text []byte, verify func(*x509.CertPool) func(tls.ConnectionState) error) *tls.Config {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text) // want `is dropped`
	return &tls.Config{RootCAs: pool, InsecureSkipVerify: true, VerifyConnection: verify(pool)}
}

// Others verify by it.
func shared(text []byte) (*tls.Config, *x509.CertPool) {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text) // want `is dropped`
	return &tls.Config{RootCAs: pool, InsecureSkipVerify: true}, pool
}

// Clients are another matter.
func server(text []byte) *tls.Config {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text) // want `is dropped`
	return &tls.Config{ClientCAs: pool, ClientAuth: tls.RequireAndVerifyClientCert, InsecureSkipVerify: true}
}

// Verify tells of missing roots, in another function too.
func signed(cert *x509.Certificate, roots []byte) error {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(roots)
	_, err := chains(cert, pool)
	return err
}

func chains(cert *x509.Certificate, roots *x509.CertPool) ([][]*x509.Certificate, error) {
	return cert.Verify(x509.VerifyOptions{Roots: roots})
}

const directory = "/var/run/secrets/kubernetes.io/serviceaccount/"

// inPod returns nothing outside of a container.
func inPod() []byte {
	text, err := os.ReadFile(fmt.Sprintf(directory+"%s", "ca.crt"))
	if err != nil {
		return nil
	}
	return text
}

func cluster() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(inPod())
	return pool
}

func fromFile(name string) []byte {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return text
}

func configured(name string) *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(fromFile(name)) // want `is dropped`
	return pool
}
