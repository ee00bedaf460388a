// Package bad drops errors that matter.
package bad

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"log"
	"math/big"
	"net/http"
	"os"
	"time"
)

// A private authority whose file is not PEM leaves an empty pool.
func client(caFile string) *http.Client {
	ca, err := os.ReadFile(caFile)
	if err != nil {
		log.Print(err)
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(ca) // want `the result of pool.AppendCertsFromPEM\(ca\) is dropped, where ca holds no certificate the pool stays without it`
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}}
}

type settings struct{ bundle string }

func (s settings) roots() *x509.CertPool {
	pool, _ := x509.SystemCertPool()
	pool.AppendCertsFromPEM([]byte(s.bundle)) // want `AppendCertsFromPEM`
	return pool
}

func all(bundles [][]byte) *x509.CertPool {
	pool := x509.NewCertPool()
	for _, b := range bundles {
		pool.AppendCertsFromPEM(b) // want `AppendCertsFromPEM`
	}
	return pool
}

func subject(der []byte) string {
	cert, _ := x509.ParseCertificate(der) // want `the error of x509.ParseCertificate\(der\) is dropped, and what follows uses a nil result where the input does not parse`
	return cert.Subject.CommonName
}

func trust(pool *x509.CertPool, der []byte) {
	cert, _ := x509.ParseCertificate(der) // want `ParseCertificate`
	pool.AddCert(cert)
}

func serve(certFile, keyFile string) *tls.Config {
	pair, _ := tls.LoadX509KeyPair(certFile, keyFile) // want `the error of tls.LoadX509KeyPair\(certFile, keyFile\) is dropped, and what follows uses an empty result where the files cannot be read or do not match`
	return &tls.Config{Certificates: []tls.Certificate{pair}}
}

func encode(template *x509.Certificate, key *rsa.PrivateKey) []byte {
	der, _ := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key) // want `an empty result where the arguments do not fit`
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
}

func sign(der []byte) any {
	key, _ := x509.ParsePKCS8PrivateKey(der) // want `ParsePKCS8PrivateKey`
	return key.(*rsa.PrivateKey).D
}

func pair(der []byte) tls.Certificate {
	var out tls.Certificate
	out.PrivateKey, _ = x509.ParsePKCS1PrivateKey(der) // want `ParsePKCS1PrivateKey`
	return out
}

// The size comes from a configuration: fewer than 1024 bits are refused.
func generate(bits int) *rsa.PublicKey {
	key, _ := rsa.GenerateKey(rand.Reader, bits) // want `a nil result where there are no random numbers`
	return &key.PublicKey
}

func accept(cert, issuer *x509.Certificate, opts x509.VerifyOptions, host string) bool {
	cert.Verify(opts)                   // want `the error of cert.Verify\(opts\) is dropped, so a certificate that does not verify is accepted as one that does`
	_, _ = cert.Verify(opts)            // want `Verify`
	_ = cert.VerifyHostname(host)       // want `VerifyHostname`
	_ = cert.CheckSignatureFrom(issuer) // want `CheckSignatureFrom`
	return true
}

func root(cert *x509.Certificate, opts x509.VerifyOptions) *x509.Certificate {
	chains, _ := cert.Verify(opts) // want `Verify\(opts\) is dropped, and what follows panics where verification fails`
	return chains[0][len(chains[0])-1]
}

func decode(file string) (*x509.Certificate, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(text) // want `pem.Decode\(text\) is not tested for nil, and what follows panics where the text holds no PEM block`
	return x509.ParseCertificate(block.Bytes)
}

func split(text []byte) ([]byte, []byte) {
	cert, rest := pem.Decode(text) // want `pem.Decode\(text\) is not tested for nil`
	key, _ := pem.Decode(rest)     // want `pem.Decode\(rest\) is not tested for nil`
	return pem.EncodeToMemory(cert), pem.EncodeToMemory(key)
}

// The data of a secret may hold anything, also behind a helper.
func secret(data map[string][]byte) []byte {
	block, _ := pem.Decode(data["tls.crt"]) // want `pem.Decode\(data\["tls.crt"\]\) is not tested for nil`
	return append(block.Bytes, fromFile("ca.crt")...)
}

func fromFile(name string) []byte {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return decoded(text)
}

func decoded(text []byte) []byte {
	block, _ := pem.Decode(text) // want `pem.Decode\(text\) is not tested for nil`
	return block.Bytes
}

// The name may be one that no certificate can hold.
func named(host string) []byte {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(time.Now().UnixNano()), DNSNames: []string{host}}
	der, _ := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key) // want `an empty result where the arguments do not fit`
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
}
