// Package unmodelled has no check of the kinds of what it calls: there is
// nothing that could be missing. It has one of another kind.
package unmodelled

import (
	"context"

	"gorm.io/gorm"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

//leapguard:check gorm v when=true
func Orphan(v any) bool { return v == nil }

func Delete(ctx context.Context, c client.Client, obj client.Object) error {
	return c.Delete(ctx, obj)
}

func Rows(db *gorm.DB, v any) {
	if Orphan(v) {
		db.Delete(v)
	}
}
