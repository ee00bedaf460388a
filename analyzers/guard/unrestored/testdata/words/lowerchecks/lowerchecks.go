// Package lowerchecks is found by one word.
package lowerchecks

import "database/sql"

func migrate(conn *sql.DB, steps func() error) error {
	conn.Exec("set foreign_key_checks = 0") // want `is not undone when the function returns at line 9`
	if err := steps(); err != nil {
		return err
	}
	conn.Exec("set foreign_key_checks = 1")
	return nil
}
