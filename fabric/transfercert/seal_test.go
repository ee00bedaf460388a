package transfercert_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	cryptorand "crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"
	"sync"
	"testing"
	"testing/cryptotest"
	"time"

	"pgregory.net/rapid"

	"github.com/leapguard/leapguard/fabric/caldate"
	"github.com/leapguard/leapguard/fabric/transfercert"
)

func seal(t testing.TB, c *transfercert.Cert, secret, context string) []byte {
	t.Helper()
	sealed, err := transfercert.Seal(c.Window().From, c.Certificate(), []byte(secret), []byte(context))
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

// A secret gets from host to agent, and nothing of it is to be seen on the way:
// no eight bytes that follow each other. Shorter ones occur in any text by
// chance.
//
// LD-05, LD-06.
func TestSecretsProperty(t *testing.T) {
	c := newCert(t, 10, leapDay)
	rapid.Check(t, func(t *rapid.T) {
		secret := rapid.SliceOfN(rapid.Byte(), 1, 300).Draw(t, "secret")
		context := rapid.SliceOf(rapid.Byte()).Draw(t, "context")
		kept := bytes.Clone(secret)
		sealed, err := transfercert.Seal(leapDay, c.Certificate(), secret, context)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(secret, kept) || len(sealed) != len(secret)+81 {
			t.Fatalf("the secret %x became %x, sealed in %d bytes", kept, secret, len(sealed))
		}
		for i := 8; i <= len(secret); i++ {
			if bytes.Contains(sealed, secret[i-8:i]) {
				t.Fatalf("%x is in %x", secret[i-8:i], sealed)
			}
		}
		opened, err := c.Open(sealed, context)
		if err != nil || !bytes.Equal(opened, secret) {
			t.Fatalf("opened %x, %v, want %x", opened, err, secret)
		}
		if opened, err := c.Open(sealed, append(context, 0)); !errors.Is(err, transfercert.ErrOpen) || opened != nil {
			t.Fatalf("opened for another context: %x, %v", opened, err)
		}
	})
}

// Only the agent that made the certificate opens, also when the other one has
// the same name, and the host notices a certificate that was swapped. That the
// fingerprint travels another way is assumed: the account of the outage names
// no authentication of the key.
//
// LD-06.
func TestSwappedCertificate(t *testing.T) {
	agent, other := newCert(t, 11, leapDay), newCert(t, 12, leapDay)
	if _, err := other.Open(seal(t, agent, "secret", "c"), []byte("c")); !errors.Is(err, transfercert.ErrOpen) {
		t.Errorf("another agent: %v", err)
	}
	if err := agent.Fingerprint().Check(agent.Certificate()); err != nil {
		t.Error(err)
	}
	if err := agent.Fingerprint().Check(other.Certificate()); !errors.Is(err, transfercert.ErrFingerprint) {
		t.Errorf("another certificate: %v", err)
	}
	if err := agent.Fingerprint().Check(nil); !errors.Is(err, transfercert.ErrFingerprint) {
		t.Errorf("no certificate: %v", err)
	}
}

// One Cert opens for several goroutines at once.
func TestRace(t *testing.T) {
	c := newCert(t, 21, leapDay)
	var done sync.WaitGroup
	for i := range 8 {
		done.Go(func() {
			secret := fmt.Sprintf("secret %d", i)
			sealed, err := transfercert.Seal(leapDay, c.Certificate(), []byte(secret), nil)
			if err != nil {
				t.Error(err)
				return
			}
			if opened, err := c.Open(sealed, nil); err != nil || string(opened) != secret {
				t.Errorf("opened %q, %v, want %q", opened, err, secret)
			}
			if c.Fingerprint().Check(c.Certificate()) != nil || !c.Window().Contains(leapDay) || c.String() == "" {
				t.Error("another certificate")
			}
		})
	}
	done.Wait()
}

// Of each signature of ECDSA, (r, s), anybody can make a second one that is
// valid, (r, n-s). The certificate with it is another one: what is sealed to it
// is not opened.
//
// LD-06.
func TestChangedSignature(t *testing.T) {
	agent := newCert(t, 13, leapDay)
	changed := secondSignature(t, agent.Certificate())
	if bytes.Equal(changed, agent.Certificate()) {
		t.Fatal("not changed")
	}
	sealed, err := transfercert.Seal(leapDay, changed, []byte("secret"), []byte("c"))
	if err != nil {
		t.Fatalf("the changed certificate is valid, and yet: %v", err)
	}
	if _, err := agent.Open(sealed, []byte("c")); !errors.Is(err, transfercert.ErrOpen) {
		t.Errorf("opened: %v", err)
	}
	if err := agent.Fingerprint().Check(changed); !errors.Is(err, transfercert.ErrFingerprint) {
		t.Errorf("checked: %v", err)
	}
}

func secondSignature(t *testing.T, der []byte) []byte {
	t.Helper()
	var cert struct {
		TBS       asn1.RawValue
		Algorithm pkix.AlgorithmIdentifier
		Signature asn1.BitString
	}
	if _, err := asn1.Unmarshal(der, &cert); err != nil {
		t.Fatal(err)
	}
	var signature struct{ R, S *big.Int }
	if _, err := asn1.Unmarshal(cert.Signature.Bytes, &signature); err != nil {
		t.Fatal(err)
	}
	signature.S.Sub(elliptic.P256().Params().N, signature.S)
	second, err := asn1.Marshal(signature)
	if err != nil {
		t.Fatal(err)
	}
	cert.Signature = asn1.BitString{Bytes: second, BitLength: 8 * len(second)}
	changed, err := asn1.Marshal(cert)
	if err != nil {
		t.Fatal(err)
	}
	return changed
}

// The certificate is valid from its first instant to its last, both included.
//
// CX-07.
func TestSealAtEnds(t *testing.T) {
	c := newCert(t, 14, leapDay)
	w := c.Window()
	tests := []struct {
		now  time.Time
		want error
	}{
		{w.From.Add(-1), transfercert.ErrNotYetValid},
		{w.From, nil},
		{w.To.In(time.FixedZone("", 14*3600)), nil},
		{w.To.Add(1), transfercert.ErrExpired},
		{time.Time{}, transfercert.ErrTime},
		{time.Time{}, caldate.ErrZero},
		{time.Unix(-1, 0), transfercert.ErrNotYetValid},
		{time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC), transfercert.ErrExpired},
	}
	for _, test := range tests {
		sealed, err := transfercert.Seal(test.now, c.Certificate(), []byte("secret"), nil)
		if !errors.Is(err, test.want) || (err == nil) != (sealed != nil) {
			t.Errorf("at %v: %x, %v, want %v", test.now, sealed, err, test.want)
		}
	}
	// What was sealed in time is opened whenever it arrives.
	if secret, err := c.Open(seal(t, c, "late", ""), nil); err != nil || string(secret) != "late" {
		t.Errorf("got %q, %v", secret, err)
	}
}

// A forgery is a certificate that New does not make.
type forgery struct {
	template x509.Certificate
	of, by   any // public key, private key
}

func (f forgery) sign(t *testing.T) []byte {
	t.Helper()
	parent := f.template
	if f.template.Issuer.CommonName != "" {
		parent.Subject = f.template.Issuer
	}
	parent.PublicKey = nil
	der, err := x509.CreateCertificate(cryptorand.Reader, &f.template, &parent, f.of, f.by)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

func ecKey(t *testing.T, curve elliptic.Curve) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(curve, cryptorand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// Certificates that are valid for something else, or not at all.
func TestSealRefuses(t *testing.T) {
	mine, other := ecKey(t, elliptic.P256()), ecKey(t, elliptic.P256())
	large := ecKey(t, elliptic.P384())
	edPublic, edPrivate, err := ed25519.GenerateKey(cryptorand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	from := leapDay.Truncate(24 * time.Hour)
	tests := []struct {
		name   string
		change func(*forgery)
		want   error
	}{
		{"as it should be", func(*forgery) {}, nil},
		{"as long as it may be", func(f *forgery) { f.template.NotAfter = from.Add(transfercert.MaxLifetime) }, nil},
		{"a second longer", func(f *forgery) { f.template.NotAfter = from.Add(transfercert.MaxLifetime + time.Second) }, transfercert.ErrWindow},
		{"ends before it begins", func(f *forgery) { f.template.NotAfter = from.Add(-time.Second) }, transfercert.ErrWindow},
		{"ends when it begins", func(f *forgery) { f.template.NotAfter = from }, caldate.ErrLength},
		{"begins before 1970", func(f *forgery) { f.template.NotBefore = time.Date(1960, 1, 1, 0, 0, 0, 0, time.UTC) }, caldate.ErrRange},
		{"P-384", func(f *forgery) { f.of, f.by = &large.PublicKey, large }, transfercert.ErrKeyType},
		{"Ed25519", func(f *forgery) { f.of, f.by = edPublic, edPrivate }, transfercert.ErrKeyType},
		{"the key of another", func(f *forgery) { f.of = &other.PublicKey }, transfercert.ErrSignature},
		{"signed by an Ed25519 key", func(f *forgery) { f.by = edPrivate }, transfercert.ErrSignature},
		{"another hash", func(f *forgery) { f.template.SignatureAlgorithm = x509.ECDSAWithSHA512 }, transfercert.ErrSignature},
		{"an authority", func(f *forgery) { f.template.IsCA, f.template.BasicConstraintsValid = true, true }, transfercert.ErrProfile},
		{"no key usage", func(f *forgery) { f.template.KeyUsage = 0 }, transfercert.ErrProfile},
		{"signs too", func(f *forgery) { f.template.KeyUsage |= x509.KeyUsageDigitalSignature }, transfercert.ErrProfile},
		{"a server", func(f *forgery) { f.template.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth} }, transfercert.ErrProfile},
		{"an unknown usage", func(f *forgery) { f.template.UnknownExtKeyUsage = []asn1.ObjectIdentifier{{1, 2, 3}} }, transfercert.ErrProfile},
		{"a critical extension", func(f *forgery) {
			f.template.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 3}, Critical: true, Value: []byte{5, 0}}}
		}, transfercert.ErrProfile},
		{"issued by another", func(f *forgery) { f.template.Issuer = pkix.Name{CommonName: "b"} }, transfercert.ErrProfile},
	}
	for _, test := range tests {
		f := forgery{of: &mine.PublicKey, by: mine, template: x509.Certificate{
			SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "a"}, KeyUsage: x509.KeyUsageKeyAgreement,
			NotBefore: from, NotAfter: from.Add(365 * 24 * time.Hour),
		}}
		test.change(&f)
		sealed, err := transfercert.Seal(leapDay, f.sign(t), []byte("secret"), nil)
		if !errors.Is(err, test.want) || (err == nil) != (sealed != nil) {
			t.Errorf("%s: %x, %v, want %v", test.name, sealed, err, test.want)
		}
	}
}

func TestSealErrors(t *testing.T) {
	der := newCert(t, 15, leapDay).Certificate()
	tests := []struct {
		name        string
		der, secret []byte
		want        error
	}{
		{"no secret", der, nil, transfercert.ErrSecret},
		{"empty secret", der, []byte{}, transfercert.ErrSecret},
		{"no certificate", nil, []byte("x"), transfercert.ErrMalformed},
		{"two certificates", append(bytes.Clone(der), der...), []byte("x"), transfercert.ErrMalformed},
		{"text", []byte("-----BEGIN CERTIFICATE-----"), []byte("x"), transfercert.ErrMalformed},
	}
	for _, test := range tests {
		if sealed, err := transfercert.Seal(leapDay, test.der, test.secret, nil); !errors.Is(err, test.want) || sealed != nil {
			t.Errorf("%s: %x, %v, want %v", test.name, sealed, err, test.want)
		}
	}
	if _, err := new(transfercert.Cert).Open([]byte("x"), nil); !errors.Is(err, transfercert.ErrOpen) {
		t.Errorf("zero Cert: %v", err)
	}
}

// What the library reads from the system is fixed by cryptotest, the rest by
// the source that New gets.
func TestDeterministicMessages(t *testing.T) {
	c := newCert(t, 16, leapDay)
	var sealed [3][]byte
	for i, seed := range []uint64{1, 1, 2} {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			cryptotest.SetGlobalRandom(t, seed)
			sealed[i] = seal(t, c, "secret", "")
		})
	}
	if !bytes.Equal(sealed[0], sealed[1]) || bytes.Equal(sealed[0], sealed[2]) {
		t.Errorf("got %x", sealed)
	}
	if one, two := seal(t, c, "secret", ""), seal(t, c, "secret", ""); bytes.Equal(one, two) {
		t.Error("sealed alike without a seed")
	}
}

func TestFingerprintString(t *testing.T) {
	// printf '' | openssl dgst -sha256 -c, in upper case.
	want := "E3:B0:C4:42:98:FC:1C:14:9A:FB:F4:C8:99:6F:B9:24:27:AE:41:E4:64:9B:93:4C:A4:95:99:1B:78:52:B8:55"
	if got := transfercert.FingerprintOf(nil).String(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
