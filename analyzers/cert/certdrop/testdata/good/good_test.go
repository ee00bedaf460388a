package good

import (
	"crypto/x509"
	"os"
	"testing"
)

func TestSubject(t *testing.T) {
	der, _ := os.ReadFile("cert.der")
	cert, _ := x509.ParseCertificate(der)
	t.Log(cert.Subject)
}
