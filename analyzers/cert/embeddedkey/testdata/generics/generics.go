package generics

import "crypto/tls"

type text interface{ ~string | ~[]byte }

func pair[T text](cert, key T) (tls.Certificate, error) {
	return tls.X509KeyPair([]byte(cert), []byte(key))
}

func use() (tls.Certificate, error) { return pair(cert, key) }

type box[T any] struct{ value T }

func (b box[T]) get() T { return b.value }

func boxed() (tls.Certificate, error) {
	b := box[[]byte]{value: []byte(boxedKey)}
	return tls.X509KeyPair([]byte(cert), b.get())
}
