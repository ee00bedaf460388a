// Package generics sets callbacks in generic code.
package generics

import "crypto/tls"

type holder[T any] struct {
	config tls.Config
	value  T
}

func (h *holder[T]) init() {
	h.config.InsecureSkipVerify = true
	h.config.VerifyConnection = func(tls.ConnectionState) error { return nil } // want `VerifyConnection`
}

func accept[T any](T) error { return nil }

func config() *tls.Config {
	return &tls.Config{InsecureSkipVerify: true, VerifyConnection: accept[tls.ConnectionState]} // want `VerifyConnection`
}
