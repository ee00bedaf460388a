package models

import (
	"context"

	"sigs.k8s.io/controller-runtime/pkg/client"
)

func Objects(ctx context.Context, w client.Writer, c client.Client, pod client.Object) {
	w.DeleteAllOf(ctx, pod) // want `^w.DeleteAllOf\(ctx, pod\) selects neither a namespace nor labels`
	c.DeleteAllOf(ctx, pod) // want `^c.DeleteAllOf\(ctx, pod\) selects neither a namespace nor labels`
}
