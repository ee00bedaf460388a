// Package lowertrigger is found by one word.
package lowertrigger

import "database/sql"

func migrate(conn *sql.DB, steps func() error) error {
	conn.Exec("alter table a disable trigger all") // want `is not undone when the function returns at line 9`
	if err := steps(); err != nil {
		return err
	}
	conn.Exec("alter table a enable trigger all")
	return nil
}
