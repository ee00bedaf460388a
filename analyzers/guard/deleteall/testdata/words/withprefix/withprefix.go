// Package withprefix holds one trigger word of each group.
package withprefix

import clientv3 "go.etcd.io/etcd/client/v3"

func Op(user string) clientv3.Op {
	return clientv3.OpDelete("/users/"+user, clientv3.WithPrefix()) // want `with user "a"`
}
