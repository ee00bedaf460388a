// Package lowerrole is found by one word.
package lowerrole

import "database/sql"

func migrate(conn *sql.DB, steps func() error) error {
	conn.Exec("set session_replication_role = replica") // want `is not undone when the function returns at line 9`
	if err := steps(); err != nil {
		return err
	}
	conn.Exec("set session_replication_role = default")
	return nil
}
