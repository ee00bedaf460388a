// Package v1 is a stub.
package v1

import "context"

type DaemonSetInterface interface {
	Delete(ctx context.Context, name string, opts any) error
}

type DeploymentInterface interface {
	Delete(ctx context.Context, name string, opts any) error
}

type StatefulSetInterface interface {
	Delete(ctx context.Context, name string, opts any) error
}
