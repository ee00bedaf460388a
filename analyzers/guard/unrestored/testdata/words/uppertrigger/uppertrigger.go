// Package uppertrigger is found by one word.
package uppertrigger

import "database/sql"

func migrate(conn *sql.DB, steps func() error) error {
	conn.Exec("ALTER TABLE a DISABLE TRIGGER ALL") // want `is not undone when the function returns at line 9`
	if err := steps(); err != nil {
		return err
	}
	conn.Exec("ALTER TABLE a ENABLE TRIGGER ALL")
	return nil
}
