package good

import (
	"crypto/tls"
	"testing"
)

func TestAccept(t *testing.T) {
	_ = &tls.Config{InsecureSkipVerify: true, VerifyConnection: func(tls.ConnectionState) error { return nil }}
}
