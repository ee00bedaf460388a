// Package sql switches the checks of databases off.
package sql

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"

	"github.com/gobuffalo/pop/v6"
	"gorm.io/gorm"
)

func migrate(ctx context.Context, db any) error { return errors.New("no migration") }

func inMigration(ctx context.Context, db *sql.DB) error {
	if _, err := db.ExecContext(ctx, `PRAGMA foreign_keys = OFF;`); err != nil { // want `db.ExecContext\(ctx, .PRAGMA foreign_keys = OFF;.\) is not undone when the function returns at line 22, which leaves foreign keys off$`
		return err
	}
	if err := migrate(ctx, db); err != nil {
		return err
	}
	_, err := db.ExecContext(ctx, `PRAGMA foreign_keys = ON;`)
	return err
}

func onlyForOneDialect(c *pop.Connection, dialect func() string, fn func() error) error {
	if dialect() == "sqlite3" {
		if err := c.RawQuery("PRAGMA foreign_keys=OFF").Exec(); err != nil { // want `which leaves foreign keys off`
			return err
		}
	}
	if err := fn(); err != nil {
		return err
	}
	if dialect() == "sqlite3" {
		if err := c.RawQuery("PRAGMA foreign_keys=ON").Exec(); err != nil {
			return err
		}
	}
	return nil
}

func withGorm(ctx context.Context, db *gorm.DB) error {
	db.WithContext(ctx).Exec("SET FOREIGN_KEY_CHECKS = 0") // want `is not undone when the function returns at line 48, which leaves foreign key checks off`
	if err := migrate(ctx, db); err != nil {
		return err
	}
	return db.WithContext(ctx).Exec("SET FOREIGN_KEY_CHECKS = 1").Error
}

func replication(ctx context.Context, conn *sql.Conn) error {
	if _, err := conn.ExecContext(ctx, "SET session_replication_role = 'replica'"); err != nil { // want `is not undone when the function returns at line 58, which leaves triggers and foreign keys off`
		return err
	}
	if err := migrate(ctx, conn); err != nil {
		return err
	}
	_, err := conn.ExecContext(ctx, "SET session_replication_role = DEFAULT")
	return err
}

func triggers(db *sql.DB, table string) error {
	if _, err := db.Exec(fmt.Sprintf("ALTER TABLE %s DISABLE TRIGGER ALL", table)); err != nil { // want `is not undone when the function returns at line 69, which leaves triggers off`
		return err
	}
	if err := migrate(context.Background(), db); err != nil {
		return err
	}
	_, err := db.Exec("ALTER TABLE " + table + " ENABLE TRIGGER ALL")
	return err
}

// The connection is held, so the pool gives another one.
func otherConnection(ctx context.Context, db *sql.DB) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil { // want `is not undone when the function returns at line 86, which leaves foreign keys off; line 85 restores another object`
		return err
	}
	defer db.ExecContext(ctx, "PRAGMA foreign_keys = ON")
	return migrate(ctx, conn)
}

// Undone by the same statement.
func wrongConstant(ctx context.Context, conn *sql.Conn) error {
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil { // want `is followed by the same again, deferred at line 94, which leaves foreign keys off`
		return err
	}
	defer conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF")
	return migrate(ctx, conn)
}

func deferred(ctx context.Context, conn *sql.Conn) error {
	defer func() {
		_, _ = conn.ExecContext(ctx, "PRAGMA foreign_keys = ON")
		conn.Close()
	}()
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = 0"); err != nil {
		return err
	}
	return migrate(ctx, conn)
}

// A connection for which they are to be off.
func forGood(dsn string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	_, err = db.Exec("PRAGMA foreign_keys = OFF")
	return db, err
}

func closed(dsn string) error {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.Exec("PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	if err := migrate(context.Background(), db); err != nil {
		return err
	}
	_, err = db.Exec("PRAGMA foreign_keys = ON")
	return err
}

// A rollback undoes it.
func rolledBack(tx *sql.Tx) error {
	if _, err := tx.Exec("SET session_replication_role = replica"); err != nil {
		return err
	}
	if err := migrate(context.Background(), tx); err != nil {
		return err
	}
	_, err := tx.Exec("SET session_replication_role = origin")
	return err
}

// It has no effect in a transaction.
func without(tx *sql.Tx) error {
	if _, err := tx.Exec("PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	if err := migrate(context.Background(), tx); err != nil {
		return err
	}
	_, err := tx.Exec("PRAGMA foreign_keys = ON")
	return err
}

func keptByTransaction(tx *sql.Tx) error {
	if _, err := tx.Exec("SET FOREIGN_KEY_CHECKS=0"); err != nil { // want `is not undone when the function returns at line 164`
		return err
	}
	if err := migrate(context.Background(), tx); err != nil {
		return err
	}
	_, err := tx.Exec("SET FOREIGN_KEY_CHECKS=1")
	return err
}

func savedBefore(ctx context.Context, conn *sql.Conn) error {
	var on bool
	if err := conn.QueryRowContext(ctx, "PRAGMA foreign_keys").Scan(&on); err != nil {
		return err
	}
	if on {
		if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
			return err
		}
	}
	err := migrate(ctx, conn)
	if on {
		_, e := conn.ExecContext(ctx, fmt.Sprintf("PRAGMA foreign_keys = %v", on))
		err = errors.Join(err, e)
	}
	return err
}

func endsTheProcess(db *sql.DB) {
	if _, err := db.Exec("PRAGMA foreign_keys = OFF"); err != nil {
		log.Fatal(err)
	}
	if err := migrate(context.Background(), db); err != nil {
		log.Fatal(err)
	}
	if _, err := db.Exec("PRAGMA foreign_keys = ON"); err != nil {
		log.Fatal(err)
	}
}

func disable(db *sql.DB) { db.Exec("PRAGMA foreign_keys = OFF") }

func enable(db *sql.DB) { db.Exec("PRAGMA foreign_keys = ON") }

func helpers(ctx context.Context, db *sql.DB) error {
	disable(db) // want `disable\(db\) is not undone when the function returns at line 207`
	if err := migrate(ctx, db); err != nil {
		return err
	}
	enable(db)
	return nil
}

func helpersDeferred(ctx context.Context, db *sql.DB) error {
	disable(db)
	defer enable(db)
	return migrate(ctx, db)
}

// Two scripts, not one statement.
func scripts(db *sql.DB) error {
	if _, err := db.Exec("PRAGMA foreign_keys = OFF; DROP TABLE a"); err != nil {
		return err
	}
	if err := migrate(context.Background(), db); err != nil {
		return err
	}
	_, err := db.Exec("PRAGMA foreign_keys = ON")
	return err
}

// reset is waived.
func reset(db *sql.DB) error {
	db.Exec("PRAGMA foreign_keys = OFF") //leapguard:ok unrestored the database is thrown away when that fails
	if err := migrate(context.Background(), db); err != nil {
		return err
	}
	_, err := db.Exec("PRAGMA foreign_keys = ON")
	return err
}

func set(db *sql.DB, on bool) error {
	if on {
		_, err := db.Exec("PRAGMA foreign_keys = ON")
		return err
	}
	_, err := db.Exec("PRAGMA foreign_keys = OFF")
	return err
}

func cleanupInVariable(ctx context.Context, db *sql.DB, dialect string) error {
	var cleanup func()
	if dialect == "sqlite" {
		if _, err := db.Exec("PRAGMA foreign_keys = OFF"); err != nil {
			return err
		}
		cleanup = func() { db.Exec("PRAGMA foreign_keys = ON") }
	}
	defer func() {
		if cleanup != nil {
			cleanup()
		}
	}()
	return migrate(ctx, db)
}

func cleanupDefault(ctx context.Context, db *sql.DB, dialect string) error {
	cleanup := func() {}
	if dialect == "sqlite" {
		if _, err := db.Exec("PRAGMA foreign_keys = OFF"); err != nil {
			return err
		}
		cleanup = func() { db.Exec("PRAGMA foreign_keys = ON") }
	}
	err := migrate(ctx, db)
	cleanup()
	return err
}

// The second statement fails before anything is deferred.
func secondStatement(ctx context.Context, conn *sql.Conn) (err error) {
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil { // want `is not undone when the function returns at line 285`
		return err
	}
	if _, err := conn.ExecContext(ctx, "PRAGMA legacy_alter_table = ON"); err != nil {
		return fmt.Errorf("legacy: %w", err)
	}
	restore := func() error {
		_, err := conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA foreign_keys = ON")
		return err
	}
	defer func() {
		if e := restore(); e != nil && err == nil {
			err = e
		}
	}()
	return migrate(ctx, conn)
}

func typeSwitch(ctx context.Context, db *sql.DB, dialect any) error {
	switch dialect.(type) {
	case fmt.Stringer:
		if _, err := db.Exec("SET FOREIGN_KEY_CHECKS = 0"); err != nil {
			return err
		}
	}
	err := migrate(ctx, db)
	switch dialect.(type) {
	case fmt.Stringer:
		if _, e := db.Exec("SET FOREIGN_KEY_CHECKS = 1"); e != nil {
			err = errors.Join(err, e)
		}
	}
	return err
}

type wrapped struct{ *sql.Conn }

// Close gives the connection back.
func givenBack(ctx context.Context, conn *wrapped) error {
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil { // want `is not undone when the function returns at line 325`
		return err
	}
	if err := migrate(ctx, conn); err != nil {
		return err
	}
	_, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = ON")
	return err
}

func stillOff(ctx context.Context, conn *sql.Conn) error {
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	off := true
	defer func() {
		if off {
			_, _ = conn.ExecContext(ctx, "PRAGMA foreign_keys = ON")
		}
	}()
	if err := migrate(ctx, conn); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = ON"); err != nil {
		return err
	}
	off = false
	return migrate(ctx, conn)
}

// enableForeignKeys disables them.
func enableForeignKeys(db *sql.DB) error {
	_, err := db.Exec("PRAGMA foreign_keys = OFF") // want `leaves foreign keys off in a function that is to undo that`
	return err
}

// restoreFKs does, too.
func restoreFKs(db *sql.DB) error {
	_, err := db.Exec("SET FOREIGN_KEY_CHECKS = 0") // want `leaves foreign key checks off in a function that is to undo that`
	return err
}
