// Package certs holds a pair for its importers.
package certs

import "crypto/tls"

var Pair, _ = tls.X509KeyPair([]byte(cert), []byte(key))

func Config() *tls.Config { return &tls.Config{Certificates: []tls.Certificate{Pair}} }
