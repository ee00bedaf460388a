// Package trial serves in development what something else serves in production.
package trial

import (
	"net/http"
	"os"
)

type config struct{ env string }

func (c *config) IsProd() bool { return c.env == "production" }

func (c *config) hasProduct() bool { return c.env != "" }

func mode(c *config, h http.Handler) error {
	if c.IsProd() {
		return http.ListenAndServe(":80", h)
	}
	return http.ListenAndServeTLS(":443", "cert.pem", "key.pem", h)
}

func branch(c *config, h http.Handler) {
	if c.IsProd() {
		_ = http.ListenAndServe(":80", h)
	} else {
		go func() { _ = http.ListenAndServeTLS(":443", "cert.pem", "key.pem", h) }()
	}
}

func environment(h http.Handler) error {
	if os.Getenv("APP_ENV") == "development" {
		return http.ListenAndServeTLS(":443", "cert.pem", "key.pem", h)
	}
	return http.ListenAndServe(":80", h)
}

func flag(dev bool, h http.Handler) error {
	if dev {
		return http.ListenAndServeTLS(":443", "cert.pem", "key.pem", h)
	}
	return http.ListenAndServe(":80", h)
}

// The other way round.
func earnest(c *config, h http.Handler) error {
	if !c.IsProd() {
		return http.ListenAndServe(":80", h)
	}
	return http.ListenAndServeTLS(":443", "cert.pem", "key.pem", h) // want `until the process ends`
}

func product(c *config, h http.Handler) error {
	if c.hasProduct() {
		return http.ListenAndServe(":80", h)
	}
	return http.ListenAndServeTLS(":443", "cert.pem", "key.pem", h) // want `until the process ends`
}

// What only answers a question is no switch.
func asked(h http.Handler) error {
	if testFiles("cert.pem") {
		return http.ListenAndServeTLS(":443", "cert.pem", "key.pem", h) // want `until the process ends`
	}
	return http.ListenAndServe(":80", h)
}

func testFiles(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

var debug bool

// Control never gets here.
func never(h http.Handler) error {
	if debug || true {
		return http.ListenAndServe(":80", h)
	}
	return http.ListenAndServeTLS(":443", "cert.pem", "key.pem", h)
}
