// Package client is a stub.
package client

import "context"

type Object interface{ GetName() string }

type Writer interface {
	Delete(ctx context.Context, obj Object, opts ...any) error
	DeleteAllOf(ctx context.Context, obj Object, opts ...any) error
}

type Client interface{ Writer }
