// Package client stands for the client of controller-runtime.
package client

import "context"

type (
	Object             any
	DeleteAllOfOption  interface{ ApplyToDeleteAllOf() }
	InNamespace        string
	MatchingLabels     map[string]string
	GracePeriodSeconds int64
)

func (InNamespace) ApplyToDeleteAllOf()        {}
func (MatchingLabels) ApplyToDeleteAllOf()     {}
func (GracePeriodSeconds) ApplyToDeleteAllOf() {}

type Writer interface {
	DeleteAllOf(ctx context.Context, obj Object, opts ...DeleteAllOfOption) error
}

type Client interface{ Writer }
