// Package deletelower holds one trigger word of each group.
package deletelower

import "database/sql"

func Run(db *sql.DB, id int) {
	db.Exec("delete from users") // want `deletes every row`
}
