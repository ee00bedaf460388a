package transfercert_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/leapguard/leapguard/fabric/transfercert"
)

// An agent that starts on a leap day gets its secret.
func Example() {
	now := time.Date(2028, time.February, 29, 8, 0, 0, 0, time.UTC)
	context := []byte("database of agent 17")

	// The agent.
	cert, err := transfercert.New(rand.Reader, now, "agent 17")
	if err != nil {
		fmt.Println(err)
		return
	}
	sent, told := cert.Certificate(), cert.Fingerprint() // by two ways

	// The host.
	if err := told.Check(sent); err != nil {
		fmt.Println(err)
		return
	}
	sealed, err := transfercert.Seal(now, sent, []byte("hunter2"), context)
	if err != nil {
		fmt.Println(err)
		return
	}

	// The agent.
	secret, err := cert.Open(sealed, context)
	fmt.Printf("%s %v\n", secret, err)
	fmt.Println("until", cert.Window().To.Format(time.DateOnly))
	// Output:
	// hunter2 <nil>
	// until 2029-02-28
}

func ExampleNew() {
	now := time.Date(9999, time.June, 1, 0, 0, 0, 0, time.UTC)
	_, err := transfercert.New(rand.Reader, now, "agent 17")
	fmt.Println(errors.Is(err, transfercert.ErrTime))
	fmt.Println(err)
	// Output:
	// true
	// transfercert: bad time: caldate: time out of range: the year is 10000, not one of 1970 to 9999
}

func ExampleSeal() {
	made := time.Date(2027, time.March, 1, 8, 0, 0, 0, time.UTC)
	cert, err := transfercert.New(rand.Reader, made, "agent 17")
	if err != nil {
		fmt.Println(err)
		return
	}
	late := time.Date(2028, time.March, 1, 8, 0, 0, 0, time.UTC)
	_, err = transfercert.Seal(late, cert.Certificate(), []byte("hunter2"), []byte("database of agent 17"))
	fmt.Println(errors.Is(err, transfercert.ErrExpired))
	fmt.Println(err)
	// Output:
	// true
	// transfercert: certificate expired: it ended 8h0m0s ago
}

func ExampleCert_Open() {
	now := time.Date(2028, time.February, 29, 8, 0, 0, 0, time.UTC)
	cert, err := transfercert.New(rand.Reader, now, "agent 17")
	if err != nil {
		fmt.Println(err)
		return
	}
	sealed, err := transfercert.Seal(now, cert.Certificate(), []byte("hunter2"), []byte("database of agent 17"))
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = cert.Open(sealed, []byte("database of agent 18"))
	fmt.Println(errors.Is(err, transfercert.ErrOpen))
	// Output:
	// true
}

// A certificate that was swapped on the way to the host.
func ExampleFingerprint_Check() {
	now := time.Date(2028, time.February, 29, 8, 0, 0, 0, time.UTC)
	agent, err := transfercert.New(rand.Reader, now, "agent 17")
	if err != nil {
		fmt.Println(err)
		return
	}
	thief, err := transfercert.New(rand.Reader, now, "agent 17")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(agent.Fingerprint().Check(agent.Certificate()))
	fmt.Println(errors.Is(agent.Fingerprint().Check(thief.Certificate()), transfercert.ErrFingerprint))
	// Output:
	// <nil>
	// true
}
