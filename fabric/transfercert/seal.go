package transfercert

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hpke"
	"crypto/sha256"
	"crypto/x509"
	"fmt"
	"strings"
	"time"

	"github.com/leapguard/leapguard/fabric/caldate"
)

// label keeps what is sealed here apart from any other use of HPKE.
const label = "github.com/leapguard/leapguard/fabric/transfercert v1\x00"

// Seal encrypts a secret for the agent that made the certificate certDER, after
// having checked that it is a transfer certificate, signed by its own key, and
// valid at now. The secret, of 1 byte or more, is not changed. The context says
// what the secret is for; it is not sent, and [Cert.Open] must be given the
// same one. It may be empty or nil.
//
// What is returned holds no part of the secret but its length: it is 81 bytes
// longer. Two of the same secret differ.
//
// Seal does not know who made the certificate: call [Fingerprint.Check] first.
//
// The error is [ErrSecret], [ErrTime], [ErrMalformed], [ErrKeyType],
// [ErrSignature], [ErrProfile], [ErrWindow], [ErrNotYetValid], [ErrExpired] or
// [ErrSeal].
func Seal(now time.Time, certDER, secret, context []byte) ([]byte, error) {
	if len(secret) == 0 {
		return nil, ErrSecret
	}
	cert, key, err := parse(certDER)
	if err != nil {
		return nil, err
	}
	if err := checkNow(cert, now); err != nil {
		return nil, err
	}
	sealed, err := hpke.Seal(key, hpke.HKDFSHA256(), hpke.AES256GCM(), info(certDER, context), secret)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSeal, err)
	}
	return sealed, nil
}

// Open returns the secret that was sealed to the certificate for the context.
// It does so after the certificate has expired too: what was sealed while it
// was valid may arrive later.
//
// The error is [ErrOpen].
func (c *Cert) Open(sealed, context []byte) ([]byte, error) {
	if c.key == nil {
		return nil, fmt.Errorf("%w: the certificate was not made by New", ErrOpen)
	}
	secret, err := hpke.Open(c.key, hpke.HKDFSHA256(), hpke.AES256GCM(), info(c.der, context), sealed)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrOpen, err)
	}
	return secret, nil
}

// info returns what sender and receiver of a secret must agree on. The length
// of what comes before the context is fixed, so that no two are alike.
func info(certDER, context []byte) []byte {
	f := FingerprintOf(certDER)
	return append(append([]byte(label), f[:]...), context...)
}

// A Fingerprint is the SHA-256 of a certificate, by which agent and host find
// out whether they have the same one. Fingerprints can be compared by ==.
type Fingerprint [sha256.Size]byte

// FingerprintOf returns the fingerprint of the certificate certDER. It does not
// look at what it is given.
func FingerprintOf(certDER []byte) Fingerprint {
	return sha256.Sum256(certDER)
}

// String returns the fingerprint as "openssl x509 -fingerprint -sha256" prints
// it: 32 pairs of upper-case hexadecimal digits, separated by colons.
func (f Fingerprint) String() string {
	return strings.ReplaceAll(fmt.Sprintf("% X", f[:]), " ", ":")
}

// Check returns nil if certDER has the fingerprint f, otherwise
// [ErrFingerprint]: it was swapped or changed on the way.
func (f Fingerprint) Check(certDER []byte) error {
	if got := FingerprintOf(certDER); got != f {
		return fmt.Errorf("%w: fingerprint %v, want %v", ErrFingerprint, got, f)
	}
	return nil
}

// parse returns the certificate der and its key, if it is a transfer
// certificate.
func parse(der []byte) (*x509.Certificate, hpke.PublicKey, error) {
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	key, err := publicKey(cert)
	if err != nil {
		return nil, nil, err
	}
	if err := checkSignature(cert); err != nil {
		return nil, nil, err
	}
	if err := checkProfile(cert); err != nil {
		return nil, nil, err
	}
	if err := checkWindow(windowOf(cert)); err != nil {
		return nil, nil, err
	}
	return cert, key, nil
}

// publicKey returns the key of cert for key agreement, if it is one for P-256.
func publicKey(cert *x509.Certificate) (hpke.PublicKey, error) {
	key, ok := cert.PublicKey.(*ecdsa.PublicKey)
	if !ok {
		return nil, fmt.Errorf("%w: %T", ErrKeyType, cert.PublicKey)
	}
	if key.Curve != elliptic.P256() {
		return nil, fmt.Errorf("%w: curve %s", ErrKeyType, key.Params().Name)
	}
	agree, err := key.ECDH()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKeyType, err)
	}
	public, err := hpke.NewDHKEMPublicKey(agree)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKeyType, err)
	}
	return public, nil
}

// checkSignature returns an error unless cert is signed by the key that it is
// of. CheckSignatureFrom would demand an authority, which cert must not be.
func checkSignature(cert *x509.Certificate) error {
	if cert.SignatureAlgorithm != x509.ECDSAWithSHA256 {
		return fmt.Errorf("%w: by %v", ErrSignature, cert.SignatureAlgorithm)
	}
	if err := cert.CheckSignature(cert.SignatureAlgorithm, cert.RawTBSCertificate, cert.Signature); err != nil {
		return fmt.Errorf("%w: %w", ErrSignature, err)
	}
	return nil
}

// checkProfile returns an error unless cert is of the kind that New makes.
func checkProfile(cert *x509.Certificate) error {
	switch {
	case cert.IsCA:
		return fmt.Errorf("%w: it belongs to an authority", ErrProfile)
	case cert.KeyUsage != x509.KeyUsageKeyAgreement:
		return fmt.Errorf("%w: key usage %#x", ErrProfile, int(cert.KeyUsage))
	case len(cert.ExtKeyUsage)+len(cert.UnknownExtKeyUsage) > 0:
		return fmt.Errorf("%w: extended key usage", ErrProfile)
	case len(cert.UnhandledCriticalExtensions) > 0:
		return fmt.Errorf("%w: critical extension %v", ErrProfile, cert.UnhandledCriticalExtensions[0])
	case !bytes.Equal(cert.RawIssuer, cert.RawSubject):
		return fmt.Errorf("%w: issued by another", ErrProfile)
	}
	return nil
}

// checkNow returns an error unless cert is valid at now.
func checkNow(cert *x509.Certificate, now time.Time) error {
	if now.IsZero() { // rather a clock that was forgotten than one of year 1
		return fmt.Errorf("%w: %w", ErrTime, caldate.ErrZero)
	}
	window := windowOf(cert)
	if window.Contains(now) {
		return nil
	}
	if now.Before(window.From) {
		return fmt.Errorf("%w: it begins in %v", ErrNotYetValid, window.From.Sub(now))
	}
	return fmt.Errorf("%w: it ended %v ago", ErrExpired, now.Sub(window.To))
}

func windowOf(cert *x509.Certificate) caldate.Window {
	return caldate.Window{From: cert.NotBefore, To: cert.NotAfter}
}
