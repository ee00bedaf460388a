// Package grpc stands in for the real one.
package grpc

import (
	"net"

	"google.golang.org/grpc/credentials"
)

type (
	Server       struct{}
	ClientConn   struct{}
	ServerOption interface{ server() }
	DialOption   interface{ dial() }
)

func NewServer(opts ...ServerOption) *Server { return nil }

func (s *Server) Serve(l net.Listener) error { return nil }

func NewClient(target string, opts ...DialOption) (*ClientConn, error) { return nil, nil }

func Creds(c credentials.TransportCredentials) ServerOption { return nil }

func WithTransportCredentials(c credentials.TransportCredentials) DialOption { return nil }
