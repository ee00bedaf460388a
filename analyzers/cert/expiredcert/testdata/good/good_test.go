package good

import (
	"crypto/tls"
	"testing"
)

func TestPair(t *testing.T) {
	if _, err := tls.X509KeyPair([]byte(testedText), []byte(soonKey)); err == nil {
		t.Error("the key is another one")
	}
}
