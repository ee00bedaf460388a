// Package jose stands in for the real one.
package jose

// A JSONWebKey is a key.
type JSONWebKey struct{ Key any }

func (k *JSONWebKey) UnmarshalJSON(data []byte) error { return nil }
