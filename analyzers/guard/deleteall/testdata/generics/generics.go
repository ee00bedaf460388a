// Package generics has type parameters.
package generics

import (
	"database/sql"

	clientv3 "go.etcd.io/etcd/client/v3"
)

type repo[T any] struct{ db *sql.DB }

func (r *repo[T]) Delete(id int) error {
	_, err := r.db.Exec("DELETE FROM things") // want `deletes every row of things, whatever id is`
	return err
}

func Op[T any](t T, user string) clientv3.Op {
	return clientv3.OpDelete("/users/"+user, clientv3.WithPrefix()) // want `with user "a"`
}
