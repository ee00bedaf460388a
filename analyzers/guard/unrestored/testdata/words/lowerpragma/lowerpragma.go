// Package lowerpragma is found by one word.
package lowerpragma

import "database/sql"

func migrate(conn *sql.DB, steps func() error) error {
	conn.Exec("pragma foreign_keys = off") // want `is not undone when the function returns at line 9`
	if err := steps(); err != nil {
		return err
	}
	conn.Exec("pragma foreign_keys = on")
	return nil
}
