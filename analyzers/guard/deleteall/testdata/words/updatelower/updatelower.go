// Package updatelower holds one trigger word of each group.
package updatelower

import "database/sql"

func Run(db *sql.DB, id int) {
	db.Exec("update users set a = 1") // want `changes every row`
}
