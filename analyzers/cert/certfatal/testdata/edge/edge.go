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

// The error is handed on by a function that defers a call, which changes how
// its results are returned.
func load(cert, key string, done func()) (t.Certificate, error) {
	defer done()
	return t.LoadX509KeyPair(cert, key)
}

func loadOrSay(cert, key string, done func()) (t.Certificate, error) {
	defer done()
	pair, err := t.LoadX509KeyPair(cert, key)
	if err != nil {
		log.Println(cert)
		return t.Certificate{}, err
	}
	return pair, nil
}

// Nobody hears of the error: that the process goes on is the way it is meant.
func loadIfAny(cert, key string, done func()) (t.Certificate, error) {
	defer done()
	pair, err := t.LoadX509KeyPair(cert, key)
	if err != nil {
		return t.Certificate{}, nil
	}
	return pair, nil
}

func deferred(cert, key string) {
	if _, err := load(cert, key, func() {}); err != nil {
		log.Fatal(err) // want `log.Fatal`
	}
	if _, err := loadOrSay(cert, key, func() {}); err != nil {
		log.Fatal(err) // want `log.Fatal`
	}
	if _, err := loadIfAny(cert, key, func() {}); err != nil {
		log.Fatal(err)
	}
}
