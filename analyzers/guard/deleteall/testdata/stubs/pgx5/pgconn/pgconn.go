// Package pgconn stands for the connections of pgx.
package pgconn

type CommandTag struct{ s string }
