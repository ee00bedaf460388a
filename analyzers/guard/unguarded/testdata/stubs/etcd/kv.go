// Package clientv3 is a stub.
package clientv3

import "context"

type KV interface {
	Delete(ctx context.Context, key string, opts ...any) (any, error)
}

type Client struct{ KV }
