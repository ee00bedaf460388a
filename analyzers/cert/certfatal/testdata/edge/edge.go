// Package edge has unusual forms.
package edge

import (
	t "crypto/tls"
	"log"
)

// In a goroutine nobody could be told, but the process need not end.
func serve(cert, key string) {
	go func() {
		_, err := t.LoadX509KeyPair(cert, key)
		if err != nil {
			log.Panicln(err) // want `log.Panicln`
		}
	}()
}

// Two ways to the same end.
func retry(cert, key string, n int) {
	for i := 0; ; i++ {
		if _, err := t.LoadX509KeyPair(cert, key); err != nil {
			if i < n {
				continue
			}
			log.Fatal(err) // want `log.Fatal`
		}
		return
	}
}

func reviewed(cert, key string) {
	if _, err := t.LoadX509KeyPair(cert, key); err != nil {
		log.Fatal(err) //leapguard:ignore certfatal called by main only
	}
}
