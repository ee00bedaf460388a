// Package withtimeoutcause is looked at for one word.
package withtimeoutcause

import "context"

func wait(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeoutCause(ctx, 30, nil) // want `waits 30ns`
}
