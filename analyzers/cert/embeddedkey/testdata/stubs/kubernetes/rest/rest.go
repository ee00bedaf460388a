// Package rest stands in for the real one.
package rest

// TLSClientConfig identifies a client.
type TLSClientConfig struct{ CertData, KeyData []byte }
