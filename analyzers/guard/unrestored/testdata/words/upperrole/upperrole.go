// Package upperrole is found by one word.
package upperrole

import "database/sql"

func migrate(conn *sql.DB, steps func() error) error {
	conn.Exec("SET SESSION_REPLICATION_ROLE = REPLICA") // want `is not undone when the function returns at line 9`
	if err := steps(); err != nil {
		return err
	}
	conn.Exec("SET SESSION_REPLICATION_ROLE = DEFAULT")
	return nil
}
