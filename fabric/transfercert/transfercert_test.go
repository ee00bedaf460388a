package transfercert_test

import (
	"bytes"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hpke"
	cryptorand "crypto/rand"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/leapguard/leapguard/fabric/caldate"
	"github.com/leapguard/leapguard/fabric/transfercert"
)

var leapDay = time.Date(2012, time.February, 29, 0, 25, 0, 0, time.UTC)

// source returns random bytes that are the same for the same seed.
func source(seed byte) io.Reader {
	return rand.NewChaCha8([32]byte{seed})
}

func newCert(t testing.TB, seed byte, now time.Time) *transfercert.Cert {
	t.Helper()
	c, err := transfercert.New(source(seed), now, "agent 17")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func parse(t testing.TB, der []byte) *x509.Certificate {
	t.Helper()
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return cert
}

// What the certificate of a leap day says, read by crypto/x509.
//
// LD-06, LD-08, LD-09.
func TestNew(t *testing.T) {
	c := newCert(t, 1, leapDay.In(time.FixedZone("PST", -8*3600)))
	cert := parse(t, c.Certificate())
	from, to := time.Date(2012, 2, 29, 0, 0, 0, 0, time.UTC), time.Date(2013, 2, 28, 0, 0, 0, 0, time.UTC)
	if cert.NotBefore != from || cert.NotAfter != to {
		t.Errorf("valid from %v to %v", cert.NotBefore, cert.NotAfter)
	}
	if want := (caldate.Window{From: from, To: to}); c.Window() != want {
		t.Errorf("window %v, want %v", c.Window(), want)
	}
	if got := cert.Subject.String(); got != "CN=agent 17" || cert.Issuer.String() != got {
		t.Errorf("subject %v, issuer %v", got, cert.Issuer)
	}
	if cert.Version != 3 || !cert.BasicConstraintsValid || cert.IsCA || cert.KeyUsage != x509.KeyUsageKeyAgreement {
		t.Errorf("version %d, constraints %v, authority %v, key usage %v", cert.Version, cert.BasicConstraintsValid, cert.IsCA, cert.KeyUsage)
	}
	if cert.SerialNumber.Sign() <= 0 || cert.SerialNumber.BitLen() != 159 {
		t.Errorf("serial number %v of %d bits", cert.SerialNumber, cert.SerialNumber.BitLen())
	}
	if key, ok := cert.PublicKey.(*ecdsa.PublicKey); !ok || key.Curve != elliptic.P256() {
		t.Errorf("key %T", cert.PublicKey)
	}
	if err := cert.CheckSignature(cert.SignatureAlgorithm, cert.RawTBSCertificate, cert.Signature); err != nil {
		t.Error(err)
	}
	if c.Fingerprint() != transfercert.FingerprintOf(c.Certificate()) {
		t.Error("another fingerprint")
	}
	c.Certificate()[0]++
	if _, err := x509.ParseCertificate(c.Certificate()); err != nil {
		t.Errorf("it is not a copy: %v", err)
	}
}

// Certificates can be made, read and sealed to on the ends of all months of
// 1970 to 2400, 29 February among them, and are valid for 365 or 366 days.
//
// LD-08, LD-09.
func TestNewEachMonthEnd(t *testing.T) {
	random := source(2)
	for year := 1970; year <= 2400; year++ {
		for month := range 12 {
			last := time.Date(year, time.Month(month+2), 1, 0, 0, 0, 0, time.UTC).Add(-1)
			c, err := transfercert.New(random, last, "a")
			if err != nil {
				t.Fatalf("%v: %v", last, err)
			}
			cert := parse(t, c.Certificate())
			days := cert.NotAfter.Sub(cert.NotBefore).Hours() / 24
			if days != 365 && days != 366 || last.Sub(cert.NotBefore) != 24*time.Hour-1 {
				t.Fatalf("at %v: from %v to %v", last, cert.NotBefore, cert.NotAfter)
			}
			if month == 1 { // sealing costs as much as all else
				if _, err := transfercert.Seal(last, c.Certificate(), []byte("x"), nil); err != nil {
					t.Fatalf("%v: %v", last, err)
				}
			}
		}
	}
}

func TestNewErrors(t *testing.T) {
	failed := errors.New("failed")
	good := source(3)
	tests := []struct {
		name  string
		rand  io.Reader
		now   time.Time
		agent string
		want  []error
	}{
		{"no source", nil, leapDay, "a", []error{transfercert.ErrRandom}},
		{"empty source", bytes.NewReader(nil), leapDay, "a", []error{transfercert.ErrRandom, io.EOF}},
		{"source ends in the key", io.LimitReader(good, 31), leapDay, "a", []error{transfercert.ErrRandom, io.ErrUnexpectedEOF}},
		{"source ends after the key", io.LimitReader(good, 32), leapDay, "a", []error{transfercert.ErrRandom, io.EOF}},
		{"source ends in the number", io.LimitReader(good, 51), leapDay, "a", []error{transfercert.ErrRandom, io.ErrUnexpectedEOF}},
		{"source fails", iotest.ErrReader(failed), leapDay, "a", []error{transfercert.ErrRandom, failed}},
		{"source of zeros", zeros{}, leapDay, "a", []error{transfercert.ErrRandom}},
		{"source of zeros after the key", io.MultiReader(io.LimitReader(good, 32), zeros{}), leapDay, "a", []error{transfercert.ErrRandom}},
		{"zero time", good, time.Time{}, "a", []error{transfercert.ErrTime, caldate.ErrZero}},
		{"before 1970", good, time.Unix(-1, 0), "a", []error{transfercert.ErrTime, caldate.ErrRange}},
		{"ends after 9999", good, time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), "a", []error{transfercert.ErrTime, caldate.ErrRange}},
		{"after 9999", good, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), "a", []error{transfercert.ErrTime, caldate.ErrRange}},
		{"no name", good, leapDay, "", []error{transfercert.ErrName}},
		{"long name", good, leapDay, strings.Repeat("ü", 65), []error{transfercert.ErrName}},
		{"name of two lines", good, leapDay, "a\nb", []error{transfercert.ErrName}},
		{"name with a zero byte", good, leapDay, "a\x00", []error{transfercert.ErrName}},
		{"name that is not UTF-8", good, leapDay, "\xff", []error{transfercert.ErrName}},
	}
	for _, test := range tests {
		c, err := transfercert.New(test.rand, test.now, test.agent)
		if c != nil {
			t.Errorf("%s: a certificate in spite of %v", test.name, err)
		}
		for _, want := range test.want {
			if !errors.Is(err, want) {
				t.Errorf("%s: got %v, want %v", test.name, err, want)
			}
		}
	}
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

func TestNames(t *testing.T) {
	for _, name := range []string{"a", "Zürich 3, rack “7”", strings.Repeat("ü", 64), " a b ", "a@b", "a,b=c+d\\"} {
		c, err := transfercert.New(source(4), leapDay, name)
		if err != nil {
			t.Errorf("%q: %v", name, err)
		} else if got := parse(t, c.Certificate()).Subject.CommonName; got != name {
			t.Errorf("got %q, want %q", got, name)
		}
	}
}

// Every certificate has a key and a number of its own, in whatever order and at
// whatever time they are made.
//
// LD-06.
func TestFreshKeys(t *testing.T) {
	seen := map[string]bool{}
	for range 200 {
		c, err := transfercert.New(cryptorand.Reader, leapDay, "a")
		if err != nil {
			t.Fatal(err)
		}
		cert := parse(t, c.Certificate())
		for _, part := range []string{string(cert.RawSubjectPublicKeyInfo), cert.SerialNumber.String(), c.Fingerprint().String()} {
			if seen[part] {
				t.Fatalf("%q comes twice", part)
			}
			seen[part] = true
		}
	}
}

// A certificate is a function of 52 random bytes, the time and the name, and
// each of them changes it.
func TestNewIsDeterministic(t *testing.T) {
	limited := func(seed byte) io.Reader { return io.LimitReader(source(seed), 52) }
	one, err := transfercert.New(limited(5), leapDay, "a")
	if err != nil {
		t.Fatal(err)
	}
	again, err := transfercert.New(iotest.OneByteReader(limited(5)), leapDay.Add(time.Hour), "a")
	if err != nil || again.Fingerprint() != one.Fingerprint() {
		t.Errorf("the same source, day and name: %v and %v, %v", one, again, err)
	}
	other, err := transfercert.New(limited(6), leapDay, "a")
	if err != nil || bytes.Equal(parse(t, other.Certificate()).RawSubjectPublicKeyInfo, parse(t, one.Certificate()).RawSubjectPublicKeyInfo) {
		t.Errorf("another source: %v, %v", other, err)
	}
	for _, c := range []struct {
		now  time.Time
		name string
	}{{leapDay.AddDate(0, 0, 1), "a"}, {leapDay, "b"}} {
		other, err := transfercert.New(limited(5), c.now, c.name)
		if err != nil || other.Fingerprint() == one.Fingerprint() {
			t.Errorf("%v, %q: %v, %v", c.now, c.name, other, err)
		}
	}
}

// The key comes out in none of the forms in which Go prints and writes values,
// neither of the pointer nor of a copy.
//
// LD-06.
func TestPrivateKeyStaysInside(t *testing.T) {
	c := newCert(t, 7, leapDay)
	material := make([]byte, 32)
	if _, err := io.ReadFull(source(7), material); err != nil {
		t.Fatal(err)
	}
	key, err := hpke.DHKEM(ecdh.P256()).DeriveKeyPair(material)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(c.Certificate(), key.PublicKey().Bytes()) {
		t.Fatal("the test looks for another key")
	}
	raw, err := key.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	var printed bytes.Buffer
	for _, v := range []any{c, *c, struct{ C any }{c}, []any{*c}, map[string]any{"c": *c}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%d", "%x", "% X", "%q", "%o", "%b", "%T", "%p"} {
			fmt.Fprintf(&printed, verb+"\n", v)
		}
		fmt.Fprintln(&printed, v)
		text, err := json.Marshal(v)
		fmt.Fprintln(&printed, string(text), err)
		text, err = xml.Marshal(v)
		fmt.Fprintln(&printed, string(text), err)
		slog.New(slog.NewTextHandler(&printed, nil)).Info("c", "c", v)
		slog.New(slog.NewJSONHandler(&printed, nil)).Info("c", "c", v)
	}
	if _, err := c.Open(nil, nil); err != nil {
		fmt.Fprintf(&printed, "%v %+v %#v\n", err, err, err)
	}
	for what, b := range map[string][]byte{"the private key": raw, "the random bytes": material} {
		for _, form := range []string{
			string(b), hex.EncodeToString(b), strings.ToUpper(hex.EncodeToString(b)), base64.StdEncoding.EncodeToString(b),
			new(big.Int).SetBytes(b).String(), strings.Trim(fmt.Sprint(b), "[]"), strings.Trim(fmt.Sprintf("%#v", b), "[]byte{}"),
		} {
			if strings.Contains(printed.String(), form) {
				t.Errorf("%s is printed: %s", what, form)
			}
		}
	}
	if want := "transfercert of agent 17, SHA-256 " + c.Fingerprint().String(); fmt.Sprintf("%+v", c) != want || fmt.Sprintf("%#v", c) != want {
		t.Errorf("printed as %+v and %#v", c, c)
	}
}

// Nothing that is exported returns a private key or a part of one.
//
// LD-06.
func TestNoAccessor(t *testing.T) {
	typ := reflect.TypeFor[*transfercert.Cert]()
	var methods []string
	for m := range typ.Methods() {
		methods = append(methods, m.Name)
	}
	if got, want := strings.Join(methods, " "), "Certificate Fingerprint Format Open String Window"; got != want {
		t.Errorf("methods %s, want %s: does the new one keep the key inside?", got, want)
	}
	for field := range typ.Elem().Fields() {
		if field.IsExported() {
			t.Errorf("field %s is exported", field.Name)
		}
	}
}
