package good

import (
	"crypto/tls"
	"log"
	"testing"
)

func TestLoad(t *testing.T) {
	if _, err := tls.LoadX509KeyPair("a", "b"); err != nil {
		log.Fatal(err)
	}
}
