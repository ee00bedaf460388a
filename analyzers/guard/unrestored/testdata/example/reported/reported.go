package reported

import (
	"context"
	"database/sql"
)

func migrate(ctx context.Context, conn *sql.Conn, steps func() error) error {
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil { // want `is not undone when the function returns at line 13, which leaves foreign keys off`
		return err
	}
	if err := steps(); err != nil {
		return err
	}
	_, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = ON")
	return err
}
