// Package wrapped serves one handler on several ports, behind middleware.
package wrapped

import (
	"crypto/tls"
	"log"
	"net/http"
	"time"
)

func config(text string) *tls.Config {
	p, _ := tls.X509KeyPair([]byte(text), []byte(text))
	return &tls.Config{Certificates: []tls.Certificate{p}}
}

func logged(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.URL)
		h.ServeHTTP(w, r)
	})
}

func api(w http.ResponseWriter, r *http.Request)   {}
func admin(w http.ResponseWriter, r *http.Request) {}

func byFunction(h http.Handler) {
	cfg := config(loggedText)
	go (&http.Server{Addr: ":443", Handler: h, TLSConfig: cfg}).ListenAndServeTLS("", "")
	go (&http.Server{Addr: ":8443", Handler: logged(h), TLSConfig: cfg}).ListenAndServeTLS("", "")
	go (&http.Server{Addr: ":9443", Handler: http.TimeoutHandler(logged(h), time.Second, ""), TLSConfig: cfg}).ListenAndServeTLS("", "")
}

func byLiteral(h http.Handler) {
	cfg := config(closureText)
	go (&http.Server{Addr: ":443", Handler: h, TLSConfig: cfg}).ListenAndServeTLS("", "")
	counted := func(w http.ResponseWriter, r *http.Request) { h.ServeHTTP(w, r) }
	go (&http.Server{Addr: ":8443", Handler: http.HandlerFunc(counted), TLSConfig: cfg}).ListenAndServeTLS("", "")
}

type app struct{ token string }

func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func (a *app) authenticated(h http.Handler) http.Handler { return h }

func byMethod(a *app, h http.Handler) {
	cfg := config(methodText)
	go (&http.Server{Addr: ":443", Handler: h, TLSConfig: cfg}).ListenAndServeTLS("", "")
	go (&http.Server{Addr: ":8443", Handler: a.authenticated(h), TLSConfig: cfg}).ListenAndServeTLS("", "")
}

// byDefault means one handler by no handler.
func byDefault() {
	cfg := config(defaultText)
	go (&http.Server{Addr: ":443", TLSConfig: cfg}).ListenAndServeTLS("", "")
	go (&http.Server{Addr: ":8443", Handler: logged(http.DefaultServeMux), TLSConfig: cfg}).ListenAndServeTLS("", "")
}

func start(cfg *tls.Config, h http.Handler) {
	go (&http.Server{Handler: h, TLSConfig: cfg}).ListenAndServeTLS("", "")
}

func byCall(h http.Handler) {
	cfg := config(startedText)
	start(cfg, h)
	start(cfg, logged(h))
}

// different handlers behind the same middleware are different services.
func different() {
	cfg := config(differentText)
	go (&http.Server{Addr: ":443", Handler: logged(http.HandlerFunc(api)), TLSConfig: cfg}).ListenAndServeTLS("", "")
	go (&http.Server{Addr: ":8443", Handler: logged(http.HandlerFunc(admin)), TLSConfig: cfg}).ListenAndServeTLS("", "") // want `identifies the server of logged api and the server of logged admin`
}
