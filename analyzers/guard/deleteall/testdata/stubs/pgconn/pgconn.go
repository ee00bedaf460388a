// Package pgconn stands for the connections of pgx v4.
package pgconn

type CommandTag []byte
