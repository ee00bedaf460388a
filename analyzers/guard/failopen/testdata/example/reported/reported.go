// Package reported deletes volumes whose users it could not count.
package reported

import (
	"context"
	"log"
)

type Volumes interface {
	Users(ctx context.Context, name string) (int, error)
	Delete(ctx context.Context, name string) error
}

func Collect(ctx context.Context, v Volumes, name string) error {
	users, err := v.Users(ctx, name)
	if err != nil { // want `if v.Users\(ctx, name\) fails, control goes on to v.Delete\(ctx, name\), since the test at line 19 looks at what was not returned`
		log.Printf("users of %s: %v", name, err)
	}
	if users > 0 {
		return nil
	}
	return v.Delete(ctx, name)
}
