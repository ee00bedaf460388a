// Package deleteupper holds one trigger word of each group.
package deleteupper

import "database/sql"

func Run(db *sql.DB, id int) {
	db.Exec("DELETE FROM users") // want `deletes every row`
}
