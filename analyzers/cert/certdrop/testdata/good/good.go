// Package good keeps what matters, or cannot fail.
package good

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/tls"
	"crypto/x509"
	_ "embed"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"time"
)

//go:embed root.pem
var root []byte

const pin = `-----BEGIN CERTIFICATE-----
MIIB
-----END CERTIFICATE-----`

// What stands in the source is known when the program is built.
func embedded() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(root)
	pool.AppendCertsFromPEM([]byte(pin))
	add(pool, []byte(pin))
	block, _ := pem.Decode([]byte(pin))
	_ = block.Bytes
	return pool
}

func add(pool *x509.CertPool, text []byte) { pool.AppendCertsFromPEM(text) }

func kept(ca []byte) (*x509.CertPool, error) {
	pool := x509.NewCertPool()
	if ok := pool.AppendCertsFromPEM(ca); !ok {
		return nil, errors.New("no certificate")
	}
	return pool, nil
}

// The text was parsed before.
func parsed(cert, key []byte) (*tls.Config, error) {
	pair, err := tls.X509KeyPair(cert, key)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(cert)
	leaf, _ := x509.ParseCertificate(pair.Certificate[0])
	return &tls.Config{RootCAs: pool, Certificates: []tls.Certificate{pair}, ServerName: leaf.DNSNames[0]}, nil
}

// The program encoded the text itself.
func own(der []byte) *x509.CertPool {
	pool := x509.NewCertPool()
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	pool.AppendCertsFromPEM(text)
	var buf bytes.Buffer
	if err := pem.Encode(&buf, &pem.Block{Type: "CERTIFICATE", Bytes: der}); err == nil {
		pool.AppendCertsFromPEM(buf.Bytes())
	}
	return pool
}

// Not every file of a directory need be a certificate.
func directory(dir string) *x509.CertPool {
	pool := x509.NewCertPool()
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, name := range files {
		if text, err := os.ReadFile(name); err == nil {
			pool.AppendCertsFromPEM(text)
		}
	}
	return pool
}

// One of the places where a system may keep its certificates.
func system() *x509.CertPool {
	pool := x509.NewCertPool()
	for _, name := range []string{"/etc/ssl/certs.pem", "/etc/pki/certs.pem"} {
		text, err := os.ReadFile(name)
		if err == nil {
			pool.AppendCertsFromPEM(text)
			break
		}
	}
	return pool
}

// The pool is looked at.
func looked(ca []byte) (*x509.CertPool, error) {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(ca)
	if pool.Equal(x509.NewCertPool()) {
		return nil, errors.New("no certificate")
	}
	return pool, nil
}

// A chain may have no intermediates, and Verify tells of missing roots.
func verify(cert *x509.Certificate, roots, chain []byte) error {
	r, i := x509.NewCertPool(), x509.NewCertPool()
	r.AppendCertsFromPEM(roots)
	i.AppendCertsFromPEM(chain)
	_, err := cert.Verify(x509.VerifyOptions{Roots: r, Intermediates: i})
	return err
}

// crypto/tls has parsed what it gives to the callback.
func config(fingerprint func(*x509.Certificate) bool) *tls.Config {
	return &tls.Config{VerifyPeerCertificate: func(raw [][]byte, _ [][]*x509.Certificate) error {
		cert, _ := x509.ParseCertificate(raw[0])
		if cert.Subject.CommonName == "" || !fingerprint(cert) {
			return errors.New("unknown peer")
		}
		return nil
	}}
}

func again(cert *x509.Certificate) string {
	copied, _ := x509.ParseCertificate(cert.Raw)
	return copied.Subject.CommonName
}

// The result is tested, not the error.
func tested(der []byte) string {
	cert, _ := x509.ParseCertificate(der)
	if cert == nil {
		return ""
	}
	return cert.Subject.CommonName
}

func orNil(der []byte) *x509.Certificate {
	cert, _ := x509.ParseCertificate(der)
	return cert
}

func empty(cert, key string) *tls.Config {
	pair, _ := tls.LoadX509KeyPair(cert, key)
	if len(pair.Certificate) == 0 {
		return nil
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}}
}

func either(der []byte) *rsa.PrivateKey {
	any, _ := x509.ParsePKCS8PrivateKey(der)
	if key, ok := any.(*rsa.PrivateKey); ok {
		return key
	}
	return nil
}

func some(cert *x509.Certificate, opts x509.VerifyOptions) int {
	chains, _ := cert.Verify(opts)
	if len(chains) == 0 {
		return 0
	}
	return len(chains[0])
}

func walk(text []byte) (n int) {
	for block, rest := pem.Decode(text); block != nil; block, rest = pem.Decode(rest) {
		n += len(block.Bytes)
	}
	return n
}

func marked(text string) ([]byte, error) {
	if !strings.HasPrefix(text, "-----BEGIN ") {
		return nil, fmt.Errorf("no PEM")
	}
	block, _ := pem.Decode([]byte(text))
	return block.Bytes, nil
}

// From Go 1.24 on random numbers never fail.
func random() (*x509.Certificate, *rsa.PublicKey) {
	serial, _ := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 128))
	key, _ := rsa.GenerateKey(rand.Reader, 2048)
	return &x509.Certificate{SerialNumber: serial}, &key.PublicKey
}

// The result is not used.
func probe(der []byte) {
	_, _ = x509.ParseCertificate(der)
}

type record struct{ certificate string }

// What another part of the program keeps was put there by it.
func stored(r *record) []byte {
	block, _ := pem.Decode([]byte(r.certificate))
	return block.Bytes
}

// The marks of PEM are put around it here.
func wrapped(key string) []byte {
	block, _ := pem.Decode([]byte(fmt.Sprintf("-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----", key)))
	return block.Bytes
}

// No client is asked for a certificate.
func unasked(text []byte) *tls.Config {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text)
	return &tls.Config{ClientCAs: pool}
}

// inCluster trusts what the cluster has put there.
func inCluster() (*x509.CertPool, error) {
	const file = "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt"
	ca, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(ca)
	return pool, nil
}

// The second call tells what the first one did not.
func twice(ca []byte) (*x509.CertPool, error) {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(ca)
	if ok := pool.AppendCertsFromPEM(ca); !ok {
		return nil, errors.New("no certificate")
	}
	return pool, nil
}

// What is made here fits, or does not on any day.
func selfSigned() ([]byte, error) {
	caKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	ca := &x509.Certificate{SerialNumber: big.NewInt(time.Now().UnixNano()), IsCA: true, BasicConstraintsValid: true}
	der, _ := x509.CreateCertificate(rand.Reader, ca, ca, &caKey.PublicKey, caKey)
	leafKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	leaf := x509.Certificate{SerialNumber: big.NewInt(time.Now().UnixNano()), DNSNames: []string{"localhost"}}
	own, _ := x509.CreateCertificate(rand.Reader, &leaf, ca, leafKey.Public(), caKey)
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: append(own, der...)}), nil
}
