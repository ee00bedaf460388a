// Package grpc stands for gRPC.
package grpc

import "google.golang.org/grpc/credentials"

// A ServerOption configures a server.
type ServerOption any

// Creds gives a server its credentials.
func Creds(c credentials.TransportCredentials) ServerOption { return c }
