// Package e2e drives a whole system.
package e2e

import "crypto/tls"

func pair(cert []byte) (tls.Certificate, error) { return tls.X509KeyPair(cert, []byte(key)) }
