// Package drop destroys tables.
package drop

import "database/sql"

func Reset(db *sql.DB) error {
	if _, err := db.Exec("DROP TABLE IF EXISTS users"); err != nil { // want `^"DROP TABLE IF EXISTS users" destroys a table with all of its rows$`
		return err
	}
	_, err := db.Exec("truncate sessions") // want `^"truncate sessions" destroys a table with all of its rows$`
	return err
}
