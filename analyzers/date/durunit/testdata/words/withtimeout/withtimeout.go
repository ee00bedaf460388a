// Package withtimeout is looked at for one word.
package withtimeout

import "context"

func wait(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, 30) // want `waits 30ns`
}
