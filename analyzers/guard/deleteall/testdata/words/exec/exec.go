// Package exec holds one trigger word of each group.
package exec

import "database/sql"

func Run(db *sql.DB, id int) {
	db.Exec("DELETE FROM users") // want `deletes every row`
}
