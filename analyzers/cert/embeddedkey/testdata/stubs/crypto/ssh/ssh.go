// Package ssh stands in for the real one.
package ssh

type Signer interface{ Sign(data []byte) error }

func ParsePrivateKey(pemBytes []byte) (Signer, error) { return nil, nil }

func ParsePrivateKeyWithPassphrase(pemBytes, passphrase []byte) (Signer, error) { return nil, nil }

func ParseRawPrivateKey(pemBytes []byte) (any, error) { return nil, nil }

func ParseRawPrivateKeyWithPassphrase(pemBytes, passphrase []byte) (any, error) { return nil, nil }
