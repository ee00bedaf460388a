// Package credentials stands for those of gRPC.
package credentials

import "crypto/tls"

// TransportCredentials secure connections.
type TransportCredentials any

// NewTLS makes credentials of a configuration.
func NewTLS(c *tls.Config) TransportCredentials { return c }

// NewServerTLSFromFile reads credentials from files.
func NewServerTLSFromFile(cert, key string) (TransportCredentials, error) { return nil, nil }
