package transfercert_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/leapguard/leapguard/fabric/transfercert"
)

// refusals are the errors by which Seal refuses a certificate.
var refusals = []error{
	transfercert.ErrMalformed, transfercert.ErrKeyType, transfercert.ErrSignature, transfercert.ErrProfile,
	transfercert.ErrWindow, transfercert.ErrNotYetValid, transfercert.ErrExpired,
}

func refused(err error) bool {
	for _, refusal := range refusals {
		if errors.Is(err, refusal) {
			return true
		}
	}
	return false
}

// mutants calls f with b without its ends and with each of its bits turned.
func mutants(b []byte, f func(mutant []byte)) {
	for n := range b {
		f(b[:n])
		f(b[n+1:])
		for bit := range 8 {
			m := bytes.Clone(b)
			m[n] ^= 1 << bit
			f(m)
		}
	}
	f(append(bytes.Clone(b), 0))
}

// What is cut off or changed by a bit is not opened.
func TestOpenMutants(t *testing.T) {
	c := newCert(t, 20, leapDay)
	mutants(seal(t, c, "the secret", "c"), func(sealed []byte) {
		if secret, err := c.Open(sealed, []byte("c")); !errors.Is(err, transfercert.ErrOpen) || secret != nil {
			t.Fatalf("%x: opened %q, %v", sealed, secret, err)
		}
	})
}

// Nothing is sealed to a certificate that is cut off or changed by a bit.
func TestSealMutants(t *testing.T) {
	mutants(newCert(t, 21, leapDay).Certificate(), func(der []byte) {
		if sealed, err := transfercert.Seal(leapDay, der, []byte("the secret"), []byte("c")); !refused(err) || sealed != nil {
			t.Fatalf("%x: sealed %x, %v", der, sealed, err)
		}
	})
}

func FuzzOpen(f *testing.F) {
	c := newCert(f, 22, leapDay)
	sealed := seal(f, c, "the secret", "c")
	f.Add(sealed, []byte("c"))
	f.Add(sealed, []byte("d"))
	f.Add(sealed[:len(sealed)-1], []byte("c"))
	f.Add(sealed[:65], []byte("c"))
	f.Add(sealed[1:], []byte("c"))
	f.Add(make([]byte, 81), []byte("c"))
	f.Add([]byte{}, []byte(""))
	f.Fuzz(func(t *testing.T, text, context []byte) {
		secret, err := c.Open(text, context)
		if bytes.Equal(text, sealed) && string(context) == "c" {
			if err != nil || string(secret) != "the secret" {
				t.Fatalf("got %q, %v", secret, err)
			}
			return
		}
		// A worker of the fuzzer has sealed another text than its neighbour, so
		// that one of theirs may open here.
		if err == nil && string(secret) == "the secret" && string(context) == "c" {
			return
		}
		if !errors.Is(err, transfercert.ErrOpen) || secret != nil {
			t.Fatalf("opened %q, %v", secret, err)
		}
	})
}

func FuzzSeal(f *testing.F) {
	c := newCert(f, 23, leapDay)
	der := c.Certificate()
	f.Add(der, []byte("the secret"), []byte("c"))
	f.Add(der[:len(der)-1], []byte("the secret"), []byte(""))
	f.Add(der[:len(der)/2], []byte{0}, []byte("c"))
	f.Add(newCert(f, 24, leapDay).Certificate(), []byte("x"), []byte("c"))
	f.Add(newCert(f, 24, leapDay.AddDate(0, 0, 1)).Certificate(), []byte("x"), []byte("c"))
	f.Add([]byte{0x30, 0x80}, []byte("x"), []byte("c"))
	f.Add([]byte{}, []byte{}, []byte(""))
	f.Fuzz(func(t *testing.T, text, secret, context []byte) {
		sealed, err := transfercert.Seal(leapDay, text, secret, context)
		switch {
		case len(secret) == 0:
			if !errors.Is(err, transfercert.ErrSecret) {
				t.Fatal(err)
			}
		case err != nil:
			if !refused(err) || sealed != nil {
				t.Fatalf("sealed %x, %v", sealed, err)
			}
		default:
			opened, err := c.Open(sealed, context)
			if same := bytes.Equal(text, der); same != (err == nil) || same && !bytes.Equal(opened, secret) {
				t.Fatalf("opened %x, %v", opened, err)
			}
		}
	})
}
