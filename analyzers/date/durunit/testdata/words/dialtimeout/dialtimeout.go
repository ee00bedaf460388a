// Package dialtimeout is looked at for one word.
package dialtimeout

import "net"

func dial() (net.Conn, error) {
	return net.DialTimeout("tcp", "localhost:80", 30) // want `waits 30ns`
}
