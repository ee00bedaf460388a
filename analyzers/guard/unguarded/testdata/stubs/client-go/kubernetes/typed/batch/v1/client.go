// Package v1 is a stub.
package v1

import "context"

type JobInterface interface {
	Delete(ctx context.Context, name string, opts any) error
}
