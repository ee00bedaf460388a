// Package google stands in for the real one.
package google

import "context"

// Config is that of an account.
type Config struct{}

// Credentials are those of an account.
type Credentials struct{}

func JWTConfigFromJSON(jsonKey []byte, scope ...string) (*Config, error) { return nil, nil }

func CredentialsFromJSON(ctx context.Context, jsonData []byte, scopes ...string) (*Credentials, error) {
	return nil, nil
}
