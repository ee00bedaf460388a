package models

import (
	"context"

	etcd33 "github.com/coreos/etcd/clientv3"
	clientv3 "go.etcd.io/etcd/client/v3"
	etcd34 "go.etcd.io/etcd/clientv3"
)

func Keys(ctx context.Context, user string, kv33 etcd33.KV, kv34 etcd34.KV, kv clientv3.KV) {
	kv33.Delete(ctx, "/users/"+user, etcd33.WithPrefix()) // want `with user "a" deletes what belongs to "ab" as well`
	kv34.Delete(ctx, "/users/"+user, etcd34.WithPrefix()) // want `with user "a" deletes what belongs to "ab" as well`
	kv.Delete(ctx, "/users/"+user, clientv3.WithPrefix()) // want `with user "a" deletes what belongs to "ab" as well`
}

func Ops(user string) {
	_ = etcd33.OpDelete("/users/"+user, etcd33.WithPrefix())     // want `with user "a" deletes what belongs to "ab" as well`
	_ = etcd34.OpDelete("/users/"+user, etcd34.WithPrefix())     // want `with user "a" deletes what belongs to "ab" as well`
	_ = clientv3.OpDelete("/users/"+user, clientv3.WithPrefix()) // want `with user "a" deletes what belongs to "ab" as well`
}
