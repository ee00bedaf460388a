// Package upperchecks is found by one word.
package upperchecks

import "database/sql"

func migrate(conn *sql.DB, steps func() error) error {
	conn.Exec("SET FOREIGN_KEY_CHECKS = 0") // want `is not undone when the function returns at line 9`
	if err := steps(); err != nil {
		return err
	}
	conn.Exec("SET FOREIGN_KEY_CHECKS = 1")
	return nil
}
