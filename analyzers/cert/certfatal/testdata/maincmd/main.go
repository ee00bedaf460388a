// The command says why it ends.
package main

import (
	"crypto/tls"
	"log"
)

func main() {
	if _, err := tls.LoadX509KeyPair("a", "b"); err != nil {
		log.Fatal(err)
	}
}
