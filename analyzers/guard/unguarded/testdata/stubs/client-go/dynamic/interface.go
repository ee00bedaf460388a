// Package dynamic is a stub.
package dynamic

import "context"

type ResourceInterface interface {
	Delete(ctx context.Context, name string, options any, subresources ...string) error
	DeleteCollection(ctx context.Context, options, list any) error
}
