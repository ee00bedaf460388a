// Package agent is part of a command.
package agent

import (
	"crypto/tls"
	"log"
)

func Run() {
	if _, err := tls.LoadX509KeyPair("a", "b"); err != nil {
		log.Fatal(err)
	}
}
