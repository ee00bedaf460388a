package creds

import (
	"crypto/tls"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
)

func f(c, k string) grpc.ServerOption {
	p, _ := tls.LoadX509KeyPair(c, k) // want `LoadX509KeyPair`
	return grpc.Creds(credentials.NewTLS(&tls.Config{Certificates: []tls.Certificate{p}}))
}
