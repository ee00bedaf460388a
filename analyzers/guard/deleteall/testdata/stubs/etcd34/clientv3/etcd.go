// Package clientv3 stands for the client of etcd 3.4.
package clientv3

import "context"

type (
	Op             struct{}
	OpOption       func(*Op)
	DeleteResponse struct{}
)

type KV interface {
	Delete(ctx context.Context, key string, opts ...OpOption) (*DeleteResponse, error)
}

type Client struct{ KV }

func OpDelete(key string, opts ...OpOption) Op { return Op{} }
func WithPrefix() OpOption                     { return nil }
