// Package edge tries the limits.
package edge

import (
	"database/sql"
	"log"
)

// Two statements in one text: only the second one is about all rows.
func Two(db *sql.DB, id int) error {
	_, err := db.Exec("INSERT INTO log VALUES (1); DELETE FROM users;") // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	return err
}

// Logged is not used.
func Logged(db *sql.DB, id int) error {
	log.Println("deleting", id)
	_, err := db.Exec(`DELETE FROM "users"`) // want `deletes every row of users, whatever id is`
	return err
}

// Commented has no condition: it is in a comment.
func Commented(db *sql.DB, id int) error {
	_, err := db.Exec("DELETE FROM users /* WHERE id = ? */") // want `deletes every row of users, whatever id is`
	return err
}

func Literal(db *sql.DB, id int) func() {
	return func() {
		db.Exec("DELETE FROM users") // want `deletes every row of users, whatever id is`
	}
}

func Derived(db *sql.DB, id int) error {
	where := id + 1
	_, err := db.Exec("DELETE FROM users")
	if err == nil {
		_, err = db.Exec("INSERT INTO users VALUES (?)", where)
	}
	return err
}

// Blank says that nobody is meant.
func Blank(db *sql.DB, _ int) error {
	_, err := db.Exec("DELETE FROM users")
	return err
}

func Waived(db *sql.DB, id int) error {
	_, err := db.Exec("DELETE FROM current") //leapguard:ok deleteall the table has one row
	return err
}

func Seed(db *sql.DB, id int) error {
	_, err := db.Exec("DELETE FROM users")
	return err
}

type user struct {
	ID   int
	Name string
}

// UpdateAll is about all.
func (u *user) UpdateAll(db *sql.DB) error {
	_, err := db.Exec("UPDATE users SET name = ?", u.Name)
	return err
}

func (u *user) Update(db *sql.DB) error {
	_, err := db.Exec("UPDATE users SET name = ?", u.Name) // want `changes every row of users, whatever u.ID is`
	return err
}

func (u *user) UpdateLater(db *sql.DB) error {
	u.clear()
	_, err := db.Exec("UPDATE users SET name = ?", u.Name)
	return err
}

func (u *user) clear() { u.ID = 0 }

func Prefixed(db *sql.DB, id int) error {
	_, err := db.Exec("DELETE FROM users LIMIT 1")
	if err == nil {
		_, err = db.Exec("DELETE FROM users USING old WHERE users.id = old.id")
	}
	if err == nil {
		_, err = db.Exec("UPDATE users SET a = b FROM old")
	}
	return err
}

// closeSeason begins anew for everybody.
func closeSeason(db *sql.DB, requestID int) error {
	_, err := db.Exec("UPDATE customers SET balance = 0")
	return err
}

func revokeTokens(db *sql.DB, userID int) error {
	_, err := db.Exec("DELETE FROM tokens") // want `deletes every row of tokens, whatever userID is`
	return err
}

func closeCustomer(db *sql.DB, customerID int) error {
	_, err := db.Exec("UPDATE customers SET balance = 0") // want `changes every row of customers, whatever customerID is`
	return err
}
