// Package v1 is a stub.
package v1

import "context"

type ConfigMapInterface interface {
	Delete(ctx context.Context, name string, opts any) error
}

type NamespaceInterface interface {
	Delete(ctx context.Context, name string, opts any) error
}

type NodeInterface interface {
	Delete(ctx context.Context, name string, opts any) error
}

type PersistentVolumeClaimInterface interface {
	Delete(ctx context.Context, name string, opts any) error
	DeleteCollection(ctx context.Context, opts, list any) error
}

type PersistentVolumeInterface interface {
	Delete(ctx context.Context, name string, opts any) error
}

type PodInterface interface {
	Delete(ctx context.Context, name string, opts any) error
	DeleteCollection(ctx context.Context, opts, list any) error
}

type SecretInterface interface {
	Delete(ctx context.Context, name string, opts any) error
}

type ServiceInterface interface {
	Delete(ctx context.Context, name string, opts any) error
}
