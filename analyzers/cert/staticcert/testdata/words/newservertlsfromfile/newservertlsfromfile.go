package newservertlsfromfile

import "google.golang.org/grpc/credentials"

func f(c, k string) {
	_, _ = credentials.NewServerTLSFromFile(c, k) // want `NewServerTLSFromFile`
}
