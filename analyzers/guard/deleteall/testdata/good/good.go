// Package good deletes what it was asked to.
package good

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	clientv3 "go.etcd.io/etcd/client/v3"
	"gorm.io/gorm"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

func DeleteUser(db *sql.DB, id int) error {
	_, err := db.Exec("DELETE FROM users WHERE id = ?", id)
	return err
}

// DeleteAllSessions logs all users out.
func DeleteAllSessions(db *sql.DB) error {
	_, err := db.Exec("DELETE FROM sessions")
	return err
}

// SetDefault takes the mark from whichever has it.
func SetDefault(db *sql.DB, id int) error {
	if _, err := db.Exec("UPDATE addresses SET main = 0"); err != nil {
		return err
	}
	_, err := db.Exec("UPDATE addresses SET main = 1 WHERE id = ?", id)
	return err
}

// Leave takes the project out of all teams.
func Leave(db *sql.DB, projectID string) error {
	_, err := db.Exec("UPDATE teams SET projects = array_remove(projects, $1)", projectID)
	return err
}

func Save(db *sql.DB, name string) error {
	_, err := db.Exec("UPDATE settings SET name = ?", name)
	return err
}

func Built(db *sql.DB, id int) error {
	query := "DELETE FROM users"
	if id != 0 {
		query += " WHERE id = ?"
	}
	_, err := db.Exec(query, id)
	return err
}

func Joined(db *sql.DB, id int) error {
	query := fmt.Sprintf("DELETE FROM users%s", " WHERE id = ?")
	_, err := db.Exec(query, id)
	return err
}

// Store replaces the only row.
func Store(db *sql.DB, userID int) error {
	if _, err := db.Exec("DELETE FROM current"); err != nil {
		return err
	}
	_, err := db.Exec("INSERT INTO current VALUES (?)", userID)
	return err
}

type store struct {
	client *clientv3.Client
	domain string
}

func (s *store) DeleteTree(ctx context.Context, prefix string) error {
	prefix = s.domain + prefix
	if !strings.HasSuffix(prefix, "/") {
		prefix += "/"
	}
	_, err := s.client.Delete(ctx, prefix, clientv3.WithPrefix())
	return err
}

func (s *store) DeleteUser(ctx context.Context, user string) error {
	_, err := s.client.Delete(ctx, s.domain+"/"+user+"/", clientv3.WithPrefix())
	return err
}

func (s *store) DeleteKey(ctx context.Context, key string) error {
	_, err := s.client.Delete(ctx, s.domain+key)
	return err
}

// DeletePrefix is given a prefix, whatever it ends in.
func (s *store) DeletePrefix(ctx context.Context, prefix string) error {
	_, err := s.client.Delete(ctx, prefix, clientv3.WithPrefix())
	return err
}

const results = "/check/results"

func (s *store) Forget(ctx context.Context) error {
	_, err := s.client.Delete(ctx, results, clientv3.WithPrefix())
	return err
}

type pod struct{}

func Restart(ctx context.Context, c client.Client, ns string, opts ...client.DeleteAllOfOption) error {
	if err := c.DeleteAllOf(ctx, &pod{}, client.InNamespace(ns)); err != nil {
		return err
	}
	if err := c.DeleteAllOf(ctx, &pod{}, client.MatchingLabels{"app": "web"}); err != nil {
		return err
	}
	return c.DeleteAllOf(ctx, &pod{}, opts...)
}

func Cleanup(ctx context.Context, c client.Client) error { return c.DeleteAllOf(ctx, &pod{}) }

type pods interface {
	DeleteCollection(ctx context.Context, opts metav1.DeleteOptions, list metav1.ListOptions) error
}

type core interface{ Pods(namespace string) pods }

func Evict(ctx context.Context, c core, ns string) error {
	if err := c.Pods(ns).DeleteCollection(ctx, metav1.DeleteOptions{}, metav1.ListOptions{}); err != nil {
		return err
	}
	return c.Pods("").DeleteCollection(ctx, metav1.DeleteOptions{}, metav1.ListOptions{LabelSelector: "app=web"})
}

// Trade is a row.
type Trade struct{ ID int }

func Global(db *gorm.DB, t Trade) {
	db.Session(&gorm.Session{AllowGlobalUpdate: true}).Delete(&Trade{})
	db.Session(&gorm.Session{AllowGlobalUpdate: true}).Where("id > ?", 3).Delete(&t)
	db.Session(&gorm.Session{AllowGlobalUpdate: false}).Delete(&t)
}

func DropTable(db *sql.DB) error {
	_, err := db.Exec("DROP TABLE users")
	return err
}
