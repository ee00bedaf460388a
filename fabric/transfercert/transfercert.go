package transfercert

import (
	"bytes"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hpke"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"io"
	"math/big"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/leapguard/leapguard/fabric/caldate"
)

// MaxLifetime is the longest that a certificate may be valid, from NotBefore to
// NotAfter: a year with a leap day.
const MaxLifetime = 366 * 24 * time.Hour

// maxName is the length of the longest common name, in characters: RFC 5280,
// appendix A.1, ub-common-name.
const maxName = 64

// Errors, to be compared by [errors.Is]. Those that functions return are
// wrapped in what was wrong.
var (
	// ErrRandom says that the source of random bytes is nil, failed, ended, or
	// yields the same byte all the time.
	ErrRandom = errors.New("transfercert: no random bytes")

	// ErrName says that the name of an agent is empty, too long, or not text.
	ErrName = errors.New("transfercert: bad name")

	// ErrTime says that the time passed as now is not one to judge or make a
	// certificate at. Errors of package caldate, wrapped too, tell more.
	ErrTime = errors.New("transfercert: bad time")

	// ErrCreate says that no certificate could be made, or that it is not what
	// was asked for when it is read back.
	ErrCreate = errors.New("transfercert: certificate not made")

	// ErrMalformed says that what should be a certificate is not one.
	ErrMalformed = errors.New("transfercert: not a certificate")

	// ErrKeyType says that the key of a certificate is not one for P-256.
	ErrKeyType = errors.New("transfercert: wrong type of key")

	// ErrSignature says that a certificate is not signed by its own key.
	ErrSignature = errors.New("transfercert: not signed by its own key")

	// ErrProfile says that a certificate was made for something else.
	ErrProfile = errors.New("transfercert: not a transfer certificate")

	// ErrWindow says that a certificate ends before it begins, or is valid for
	// longer than [MaxLifetime]. Errors of package caldate may be wrapped too.
	ErrWindow = errors.New("transfercert: bad period of validity")

	// ErrNotYetValid says that a certificate is not valid yet.
	ErrNotYetValid = errors.New("transfercert: certificate not valid yet")

	// ErrExpired says that a certificate is no longer valid.
	ErrExpired = errors.New("transfercert: certificate expired")

	// ErrFingerprint says that a certificate is not the expected one.
	ErrFingerprint = errors.New("transfercert: another certificate")

	// ErrSecret says that there is nothing to seal.
	ErrSecret = errors.New("transfercert: empty secret")

	// ErrSeal says that encryption failed.
	ErrSeal = errors.New("transfercert: not sealed")

	// ErrOpen says that a sealed secret was not sealed to this certificate, or
	// for another context, or that it was changed or cut off. Which of them it
	// was cannot be told.
	ErrOpen = errors.New("transfercert: not opened")
)

// A Cert is a key pair of an agent and the certificate of it. [New] makes it;
// the zero Cert opens nothing. There is no way to get at its private key, and
// fmt does not print it. A Cert may be used by several goroutines at once.
type Cert struct {
	key    hpke.PrivateKey
	der    []byte
	name   string
	window caldate.Window
}

// New makes a fresh key pair and a certificate of it for the agent called name,
// valid for a year from 00:00 UTC of the day that it is in UTC at now.
//
// All randomness comes from rand; pass [crypto/rand.Reader]. The name, of 1 to
// 64 printable characters, is the common name of subject and issuer; it tells
// certificates apart in logs, and proves nothing.
//
// The error is [ErrRandom], [ErrName], [ErrTime] or [ErrCreate].
func New(rand io.Reader, now time.Time, name string) (*Cert, error) {
	if err := checkName(name); err != nil {
		return nil, err
	}
	window, err := caldate.Validity(now, 1, caldate.Clamp)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTime, err)
	}
	key, err := newKey(rand)
	if err != nil {
		return nil, err
	}
	serial, err := newSerial(rand)
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber:          serial,
		Subject:               pkix.Name{CommonName: name},
		NotBefore:             window.From,
		NotAfter:              window.To,
		SignatureAlgorithm:    x509.ECDSAWithSHA256,
		KeyUsage:              x509.KeyUsageKeyAgreement,
		BasicConstraintsValid: true, // says that it is no authority
	}
	der, err := sign(template, key)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCreate, err)
	}
	if err := compare(der, template, key.PublicKey()); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCreate, err)
	}
	return &Cert{key: key, der: der, name: name, window: window}, nil
}

// Certificate returns a copy of the certificate in DER, which is public: what the agent sends
// to the host.
func (c *Cert) Certificate() []byte {
	return bytes.Clone(c.der)
}

// Fingerprint returns the fingerprint of the certificate, which is to reach the
// host by another way than the certificate does.
func (c *Cert) Fingerprint() Fingerprint {
	return FingerprintOf(c.der)
}

// Window returns the period in which the certificate is valid.
func (c *Cert) Window() caldate.Window {
	return c.window
}

// String returns the name of the agent and the fingerprint.
func (c *Cert) String() string {
	return fmt.Sprintf("transfercert of %s, SHA-256 %v", c.name, c.Fingerprint())
}

// Format prints what String returns, whatever the verb, so that no verb prints
// the fields.
func (c *Cert) Format(s fmt.State, _ rune) {
	_, _ = io.WriteString(s, c.String())
}

func checkName(name string) error {
	if name == "" {
		return fmt.Errorf("%w: empty", ErrName)
	}
	if !utf8.ValidString(name) {
		return fmt.Errorf("%w: not UTF-8", ErrName)
	}
	if n := utf8.RuneCountInString(name); n > maxName {
		return fmt.Errorf("%w: %d characters, more than %d", ErrName, n, maxName)
	}
	for _, r := range name {
		if !unicode.IsPrint(r) {
			return fmt.Errorf("%w: %U is not printable", ErrName, r)
		}
	}
	return nil
}

// checkWindow returns an error unless certificates may be valid in w.
func checkWindow(w caldate.Window) error {
	if err := w.Validate(); err != nil {
		return fmt.Errorf("%w: %w", ErrWindow, err)
	}
	if length := w.Length(); length > MaxLifetime {
		return fmt.Errorf("%w: %v is longer than %v", ErrWindow, length, MaxLifetime)
	}
	return nil
}

// newKey derives a key pair from 32 bytes of rand, the Nsk of RFC 9180, section
// 7.1, for P-256.
func newKey(rand io.Reader) (hpke.PrivateKey, error) {
	var material [32]byte
	defer clear(material[:])
	if err := read(rand, material[:]); err != nil {
		return nil, err
	}
	key, err := hpke.DHKEM(ecdh.P256()).DeriveKeyPair(material[:])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCreate, err)
	}
	return key, nil
}

// newSerial returns a number of 158 random bits that is positive and takes the
// 20 octets that RFC 5280, section 4.1.2.2, allows, no matter what the bits are.
func newSerial(rand io.Reader) (*big.Int, error) {
	var octets [20]byte
	if err := read(rand, octets[:]); err != nil {
		return nil, err
	}
	octets[0] = octets[0]&0x3f | 0x40
	return new(big.Int).SetBytes(octets[:]), nil
}

// read fills b, of 20 bytes or more, from rand.
func read(rand io.Reader, b []byte) error {
	if rand == nil {
		return fmt.Errorf("%w: the source is nil", ErrRandom)
	}
	if _, err := io.ReadFull(rand, b); err != nil {
		return fmt.Errorf("%w: %w", ErrRandom, err)
	}
	// By chance this happens once in 2^152 times at most; a source that is
	// broken, or /dev/zero, makes the same key for every agent.
	if bytes.Count(b, b[:1]) == len(b) {
		return fmt.Errorf("%w: the source repeats the byte %#x", ErrRandom, b[0])
	}
	return nil
}

// sign returns the certificate of template, signed by the key that it is of. It
// looks at the dates before, which crypto/x509 does not.
func sign(template *x509.Certificate, key hpke.PrivateKey) ([]byte, error) {
	if err := checkWindow(windowOf(template)); err != nil {
		return nil, err
	}
	raw, err := key.Bytes()
	if err != nil {
		return nil, err
	}
	defer clear(raw)
	signer, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), raw)
	if err != nil {
		return nil, err
	}
	// Without a source of random bytes the signature is that of RFC 6979.
	return x509.CreateCertificate(nil, template, template, &signer.PublicKey, signer)
}

// compare reads a certificate back that was made from template and returns an
// error if it differs, or is one that hosts refuse.
func compare(der []byte, template *x509.Certificate, key hpke.PublicKey) error {
	cert, read, err := parse(der)
	if err != nil {
		return err
	}
	switch {
	case cert.SerialNumber.Cmp(template.SerialNumber) != 0:
		return errors.New("another serial number is read back")
	case cert.Subject.CommonName != template.Subject.CommonName:
		return errors.New("another name is read back")
	case !cert.NotBefore.Equal(template.NotBefore) || !cert.NotAfter.Equal(template.NotAfter):
		return errors.New("another period of validity is read back")
	case !bytes.Equal(read.Bytes(), key.Bytes()):
		return errors.New("another key is read back")
	}
	return nil
}
