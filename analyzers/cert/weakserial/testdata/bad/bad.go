// Package bad creates certificates with weak serial numbers.
package bad

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	mathrand "math/rand"
	"time"
)

// ca issues what is not signed by its own key.
var ca *x509.Certificate

func constant(key crypto.Signer) ([]byte, error) {
	t := x509.Certificate{
		SerialNumber: big.NewInt(1), // want `^big\.NewInt\(1\) is the serial number 1 in every certificate created here$`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, &t, ca, key.Public(), key)
}

func zero(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: new(big.Int).SetInt64(0), // want `^new\(big\.Int\)\.SetInt64\(0\) is the serial number 0, which RFC 5280 does not allow, in every certificate created here$`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}

func clock(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotAfter: time.Now().Add(time.Hour)}
	t.SerialNumber = big.NewInt(time.Now().UnixMilli()) // want `^big\.NewInt\(time\.Now\(\)\.UnixMilli\(\)\) is the clock, so certificates created in the same millisecond share a serial number, and others can tell it$`
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}

func year(key crypto.Signer) ([]byte, error) {
	now := time.Now().UTC()
	t := &x509.Certificate{
		SerialNumber: big.NewInt(int64(now.Year())), // want `certificates created in the same year share`
		NotAfter:     now.Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}

func predictable(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(mathrand.Int63()), // want `is a serial number of math/rand, which is no source of numbers that others must not guess`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}

func seeded(key crypto.Signer) ([]byte, error) {
	r := mathrand.New(mathrand.NewSource(time.Now().UnixNano()))
	t := &x509.Certificate{
		SerialNumber: big.NewInt(r.Int63()), // want `is a serial number of math/rand`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}

func short(key crypto.Signer) ([]byte, error) {
	serial, err := rand.Int(rand.Reader, big.NewInt(1<<20))
	if err != nil {
		return nil, err
	}
	t := &x509.Certificate{
		SerialNumber: serial, // want `^serial is a serial number of 20 random bits, of which about 1194 certificates suffice for two to be the same$`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}

func shortBytes(key crypto.Signer) ([]byte, error) {
	b := make([]byte, 4)
	rand.Read(b)
	t := &x509.Certificate{
		SerialNumber: new(big.Int).SetBytes(b), // want `32 random bits`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}

func power(key crypto.Signer) ([]byte, error) {
	limit := new(big.Int).Exp(big.NewInt(2), big.NewInt(31), nil)
	serial, err := rand.Int(rand.Reader, limit)
	if err != nil {
		return nil, err
	}
	serial = new(big.Int).Add(serial, big.NewInt(1))
	t := &x509.Certificate{
		SerialNumber: serial, // want `31 random bits`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}

// A root gets a constant number, what it signs a random one.
func oneBranch(key crypto.Signer, parent *x509.Certificate) ([]byte, error) {
	serial := big.NewInt(1)
	if parent != nil {
		var err error
		if serial, err = rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 159)); err != nil {
			return nil, err
		}
	}
	t := &x509.Certificate{
		SerialNumber: serial, // want `the serial number 1`
		NotAfter:     time.Now().Add(time.Hour),
	}
	if parent == nil {
		parent = t
	}
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

func newTemplate(serial int64) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(serial),
		NotAfter:     time.Now().Add(time.Hour),
	}
}

func throughHelper(key crypto.Signer) ([]byte, error) {
	t := newTemplate(7) // want `^7 is the serial number 7 in every certificate created here$`
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}

func byValue() x509.Certificate {
	return x509.Certificate{
		SerialNumber: big.NewInt(2), // want `the serial number 2`
		NotAfter:     time.Now().Add(time.Hour),
	}
}

func fill(t *x509.Certificate) {
	t.KeyUsage = x509.KeyUsageDigitalSignature
}

func copied(key crypto.Signer) ([]byte, error) {
	t := byValue()
	fill(&t)
	other := t
	return x509.CreateCertificate(rand.Reader, &other, ca, key.Public(), key)
}

// Options may set the number, or not.
func options(key crypto.Signer, opts ...func(*x509.Certificate)) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(3), // want `the serial number 3`
		NotAfter:     time.Now().Add(time.Hour),
	}
	for _, opt := range opts {
		opt(t)
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}

// The number comes from the caller of a function that signs.
func sign(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

func signed(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: serialNumber(), // want `^serialNumber\(\) is the clock, so certificates created in the same second`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return sign(t, ca, key)
}

func serialNumber() *big.Int { return big.NewInt(time.Now().Unix()) }

// An authority counts in memory.
type authority struct {
	key    crypto.Signer
	cert   *x509.Certificate
	serial int64
}

func newAuthority(key crypto.Signer, cert *x509.Certificate) *authority {
	return &authority{key: key, cert: cert, serial: 1} // want `^1 starts the serial numbers at 1 again in every run of the program$`
}

func (a *authority) issue(pub crypto.PublicKey) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: big.NewInt(a.serial), NotAfter: time.Now().Add(time.Hour)}
	a.serial++
	return x509.CreateCertificate(rand.Reader, t, a.cert, pub, a.key)
}

var template = x509.Certificate{
	SerialNumber: big.NewInt(4), // want `the serial number 4`
	KeyUsage:     x509.KeyUsageDigitalSignature,
}

func global(key crypto.Signer) ([]byte, error) {
	template.NotAfter = time.Now().Add(time.Hour)
	return x509.CreateCertificate(rand.Reader, &template, ca, key.Public(), key)
}

func tenths(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano() / 100000), // want `is the clock, so certificates created close together share`
		DNSNames:     []string{"a.example"},
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}
