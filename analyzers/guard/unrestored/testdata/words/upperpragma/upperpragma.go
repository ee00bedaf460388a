// Package upperpragma is found by one word.
package upperpragma

import "database/sql"

func migrate(conn *sql.DB, steps func() error) error {
	conn.Exec("PRAGMA FOREIGN_KEYS = OFF") // want `is not undone when the function returns at line 9`
	if err := steps(); err != nil {
		return err
	}
	conn.Exec("PRAGMA FOREIGN_KEYS = ON")
	return nil
}
