// Package client stands for the client of controller-runtime.
package client

import "context"

type (
	Object             any
	DeleteAllOfOptions struct{}
	DeleteAllOfOption  interface{ ApplyToDeleteAllOf(*DeleteAllOfOptions) }
	InNamespace        string
	MatchingLabels     map[string]string
	GracePeriodSeconds int64
)

func (InNamespace) ApplyToDeleteAllOf(*DeleteAllOfOptions)        {}
func (MatchingLabels) ApplyToDeleteAllOf(*DeleteAllOfOptions)     {}
func (GracePeriodSeconds) ApplyToDeleteAllOf(*DeleteAllOfOptions) {}

type Writer interface {
	DeleteAllOf(ctx context.Context, obj Object, opts ...DeleteAllOfOption) error
}

type Client interface{ Writer }
