package silent

import (
	"context"
	"database/sql"
)

func migrate(ctx context.Context, conn *sql.Conn, steps func() error) error {
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA foreign_keys = ON")
	return steps()
}
