// Package models calls each function of the model.
package models

import (
	"context"
	"database/sql"

	pgx4 "github.com/jackc/pgx/v4"
	pool4 "github.com/jackc/pgx/v4/pgxpool"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	oldgorm "github.com/jinzhu/gorm"
	"github.com/jmoiron/sqlx"
	"gorm.io/gorm"
)

func SQL(ctx context.Context, conn *sql.Conn, db *sql.DB, tx *sql.Tx, id int) {
	conn.ExecContext(ctx, "DELETE FROM users") // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	db.Exec("DELETE FROM users")               // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	db.ExecContext(ctx, "DELETE FROM users")   // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	tx.Exec("DELETE FROM users")               // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	tx.ExecContext(ctx, "DELETE FROM users")   // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
}

func PGX4(ctx context.Context, conn *pgx4.Conn, pooled *pool4.Conn, pool *pool4.Pool, id int) {
	conn.Exec(ctx, "DELETE FROM users")   // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	pooled.Exec(ctx, "DELETE FROM users") // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	pool.Exec(ctx, "DELETE FROM users")   // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
}

func PGX(ctx context.Context, conn *pgx.Conn, pooled *pgxpool.Conn, pool *pgxpool.Pool, tx *pgxpool.Tx, id int) {
	conn.Exec(ctx, "DELETE FROM users")   // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	pooled.Exec(ctx, "DELETE FROM users") // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	pool.Exec(ctx, "DELETE FROM users")   // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	tx.Exec(ctx, "DELETE FROM users")     // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
}

func GORM(db *gorm.DB, old *oldgorm.DB, id int) {
	db.Exec("DELETE FROM users")  // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	old.Exec("DELETE FROM users") // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
}

func SQLX(ctx context.Context, db *sqlx.DB, tx *sqlx.Tx, id int) {
	db.MustExec("DELETE FROM users")                   // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	db.NamedExec("DELETE FROM users", nil)             // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	db.NamedExecContext(ctx, "DELETE FROM users", nil) // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	tx.MustExec("DELETE FROM users")                   // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	tx.NamedExec("DELETE FROM users", nil)             // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	tx.NamedExecContext(ctx, "DELETE FROM users", nil) // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
}

// Interfaces are known by their form.
func Interfaces(ctx context.Context, tx4 pgx4.Tx, tx pgx.Tx, db sqlx.Execer, dbc sqlx.ExecerContext, id int) {
	tx4.Exec(ctx, "DELETE FROM users")        // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	tx.Exec(ctx, "DELETE FROM users")         // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	db.Exec("DELETE FROM users")              // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	dbc.ExecContext(ctx, "DELETE FROM users") // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
}
