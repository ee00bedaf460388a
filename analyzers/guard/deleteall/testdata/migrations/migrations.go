// Package migrations converts a database.
package migrations

import "database/sql"

func Rename(db *sql.DB, name string, id int) error {
	_, err := db.Exec("UPDATE users SET name = ?", name)
	return err
}
