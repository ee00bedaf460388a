// Package mount is a stub.
package mount

type Interface interface {
	IsLikelyNotMountPoint(file string) (bool, error)
}
