// Package ssh stands in for the real one.
package ssh

// PublicKeys authenticate a user.
type PublicKeys struct{}

func NewPublicKeys(user string, pemBytes []byte, password string) (*PublicKeys, error) {
	return nil, nil
}
