// Package before uses texts that have been used before, or come from where they
// are encoded.
package before

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net/http"
	"os"

	"example.com/certdrop/before/store"
)

type proxy struct{ caFile string }

// healthy fails where the file holds no certificate.
func healthy(url, caFile string) (bool, error) {
	text, err := os.ReadFile(caFile)
	if err != nil {
		return false, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text) // want `is dropped`
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}}
	resp, err := client.Get(url)
	if err != nil {
		return false, err
	}
	return resp.StatusCode == http.StatusOK, resp.Body.Close()
}

func (p *proxy) forward(url string) (*tls.Config, error) {
	ok, err := healthy(url, p.caFile)
	if err != nil || !ok {
		return nil, errors.Join(err, errors.New("not healthy"))
	}
	text, err := os.ReadFile(p.caFile)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text)
	return &tls.Config{RootCAs: pool}, nil
}

// other asks with another file.
func (p *proxy) other(url, file string) (*tls.Config, error) {
	if _, err := healthy(url, p.caFile); err != nil {
		return nil, err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text) // want `is dropped`
	return &tls.Config{RootCAs: pool}, nil
}

// careless asks, and goes on whatever the answer.
func (p *proxy) careless(url string) (*tls.Config, error) {
	_, _ = healthy(url, p.caFile)
	text, err := os.ReadFile(p.caFile)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text) // want `is dropped`
	return &tls.Config{RootCAs: pool}, nil
}

func paired(certFile, keyFile string) (*tls.Config, error) {
	pair, err := tls.LoadX509KeyPair(certFile, keyFile)
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(certFile)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text)
	return &tls.Config{RootCAs: pool, Certificates: []tls.Certificate{pair}}, nil
}

// What another package keeps was encoded or parsed there.
func kept(a *store.Authority, r store.Record) *tls.Config {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(a.Root())
	pool.AppendCertsFromPEM(r.Root)
	pool.AppendCertsFromPEM(r.Next)
	return &tls.Config{RootCAs: pool}
}

// What it reads or decodes may be anything.
func read(s *store.Settings, name string) (*tls.Config, error) {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(s.Root)) // want `is dropped`
	text, err := store.ReadRoot(name)
	if err != nil {
		return nil, err
	}
	pool.AppendCertsFromPEM(text) // want `is dropped`
	return &tls.Config{RootCAs: pool}, nil
}
