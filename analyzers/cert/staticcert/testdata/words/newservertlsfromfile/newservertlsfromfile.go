package newservertlsfromfile

import "google.golang.org/grpc/credentials"

func f(c, k string) credentials.TransportCredentials {
	creds, _ := credentials.NewServerTLSFromFile(c, k) // want `NewServerTLSFromFile`
	return creds
}
