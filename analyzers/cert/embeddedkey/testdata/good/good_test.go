package good

import (
	"crypto/tls"
	"testing"
)

// testedKey stands in a file of the program, but tests alone use it.
func TestPair(t *testing.T) {
	if _, err := tls.X509KeyPair([]byte(cert), []byte(testedKey)); err != nil {
		t.Fatal(err)
	}
}
