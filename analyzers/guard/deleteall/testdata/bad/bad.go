// Package bad deletes more than it was asked to.
package bad

import (
	"context"
	"database/sql"
	"fmt"
	"path"

	clientv3 "go.etcd.io/etcd/client/v3"
	"gorm.io/gorm"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

func DeleteUser(db *sql.DB, id int) error {
	_, err := db.Exec("DELETE FROM users") // want `^"DELETE FROM users" deletes every row of users, whatever id is$`
	if err != nil {
		return fmt.Errorf("user %d: %w", id, err)
	}
	return nil
}

func Rename(ctx context.Context, tx *sql.Tx, userID, name string) error {
	const query = `
		UPDATE users -- WHERE comes later
		SET name = $1`
	_, err := tx.ExecContext(ctx, query, name) // want `^"UPDATE users SET name = \$1" changes every row of users, whatever userID is$`
	return err
}

func DeleteSessions(db *sql.DB, username string) error {
	query := "delete from sessions;"
	_, err := db.Exec(query) // want `^"delete from sessions" deletes every row of sessions, whatever username is$`
	return err
}

// User is a row.
type User struct {
	ID    int
	Email string
}

func (u *User) Delete(db *sql.DB) error {
	_, err := db.Exec("DELETE FROM users") // want `deletes every row of users, whatever u.ID is`
	return err
}

func UpdateUser(db *gorm.DB, u *User) error {
	return db.Exec("UPDATE users SET email = ?", u.Email).Error // want `changes every row of users, whatever u.ID is`
}

// execer is the database as sqlc has it.
type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

func DeleteToken(ctx context.Context, db execer, key string) error {
	_, err := db.ExecContext(ctx, "DELETE FROM tokens RETURNING 1") // want `deletes every row of tokens, whatever key is`
	return err
}

type store struct {
	client *clientv3.Client
	domain string
}

func (s *store) DeleteTree(ctx context.Context, prefix string) error {
	prefix = s.domain + prefix
	_, err := s.client.Delete(ctx, prefix, clientv3.WithPrevKV(), clientv3.WithPrefix()) // want `^s.client.Delete\(...\) with prefix "a" deletes what belongs to "ab" as well: the prefix ends without a separator$`
	return err
}

func (s *store) DeleteUser(ctx context.Context, user string) error {
	if user == "" {
		return nil
	}
	_, err := s.client.Delete(ctx, path.Join(s.domain, user), clientv3.WithPrefix()) // want `with user "a" deletes what belongs to "ab" as well`
	return err
}

func Op(user string) clientv3.Op {
	return clientv3.OpDelete(fmt.Sprintf("/users/%s", user), clientv3.WithPrefix()) // want `with user "a" deletes what belongs to "ab" as well`
}

func (s *store) Forget(ctx context.Context) error {
	_, err := s.client.Delete(ctx, "", clientv3.WithPrefix()) // want `^s.client.Delete\(...\) deletes every key: all begin with the empty one$`
	return err
}

type pod struct{}

func Restart(ctx context.Context, c client.Client) error {
	if err := c.DeleteAllOf(ctx, &pod{}); err != nil { // want `^c.DeleteAllOf\(ctx, &pod{}\) selects neither a namespace nor labels: it deletes every object of the type$`
		return err
	}
	return c.DeleteAllOf(ctx, &pod{}, client.InNamespace(""), client.GracePeriodSeconds(0)) // want `selects neither a namespace nor labels`
}

type pods interface {
	DeleteCollection(ctx context.Context, opts metav1.DeleteOptions, list metav1.ListOptions) error
}

type core interface {
	Pods(namespace string) pods
	Nodes() pods
}

func Evict(ctx context.Context, c core) error {
	if err := c.Pods(metav1.NamespaceAll).DeleteCollection(ctx, metav1.DeleteOptions{}, metav1.ListOptions{}); err != nil { // want `selects neither a namespace nor labels`
		return err
	}
	return c.Nodes().DeleteCollection(ctx, metav1.DeleteOptions{}, metav1.ListOptions{}) // want `selects neither a namespace nor labels`
}

func Open(dialector any) (*gorm.DB, error) {
	return gorm.Open(dialector, &gorm.Config{AllowGlobalUpdate: true}) // want `^AllowGlobalUpdate lets every Delete and Update of this connection that has no condition concern all rows$`
}

func Forget(db *gorm.DB, u User) error {
	return db.Session(&gorm.Session{AllowGlobalUpdate: true}).Delete(&u).Error // want `^Delete with a zero key in &u concerns all rows: the session has AllowGlobalUpdate set$`
}

func Disable(db *gorm.DB, u User) error {
	return db.Session(&gorm.Session{AllowGlobalUpdate: true}).Model(&u).Updates(map[string]any{"on": false}).Error // want `^Updates with a zero key in &u concerns all rows`
}
