// Package written serves with files that the program has written itself, each time
// it starts.
package written

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"os"
	"path/filepath"

	"example.com/staticcert/written/pairs"
)

const certPEM, keyPEM = "-----BEGIN CERTIFICATE-----", "-----BEGIN PRIVATE KEY-----"

func certFile() string {
	if err := os.WriteFile("cert.pem", []byte(certPEM), 0o400); err != nil {
		panic(err)
	}
	return "cert.pem"
}

func keyFile() string {
	if err := os.WriteFile("key.pem", []byte(keyPEM), 0o400); err != nil {
		panic(err)
	}
	return "key.pem"
}

func constants(h http.Handler) {
	go func() { _ = http.ListenAndServeTLS(":443", certFile(), keyFile(), h) }()
}

// The directory is not known, but the same.
func generated(dir string, h http.Handler) error {
	if err := write(filepath.Join(dir, "tls.crt"), "cert"); err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "tls.key"), "key"); err != nil {
		return err
	}
	return http.ListenAndServeTLS(":443", filepath.Join(dir, "tls.crt"), filepath.Join(dir, "tls.key"), h)
}

func write(name, text string) error {
	f, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("create: %w", err)
	}
	defer f.Close()
	_, err = f.WriteString(text)
	return err
}

type config struct{ cert, key, dir string }

// The caller has written them.
func start(c *config, h http.Handler) error {
	if err := pair(c.cert, c.key); err != nil {
		return err
	}
	return serve(c.cert, c.key, h)
}

func pair(cert, key string) error {
	if err := os.WriteFile(cert, nil, 0o600); err != nil {
		return err
	}
	return os.WriteFile(key, nil, 0o600)
}

func serve(cert, key string, h http.Handler) error {
	return http.ListenAndServeTLS(":443", cert, key, h)
}

// The names come back.
func returned(h http.Handler) error {
	cert, key, err := create(os.TempDir())
	if err != nil {
		return err
	}
	srv := http.Server{Addr: ":443", Handler: h}
	return srv.ListenAndServeTLS(cert, key)
}

func create(dir string) (string, string, error) {
	cert, key := dir+"/a.crt", dir+"/a.key"
	f, err := os.OpenFile(cert, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return "", "", err
	}
	defer f.Close()
	return cert, key, os.WriteFile(key, nil, 0o600)
}

// Another package has written them.
type agent struct{ pair *pairs.Pair }

func (a *agent) listen() error {
	p, err := tls.LoadX509KeyPair(a.pair.Cert, a.pair.Key)
	if err != nil {
		return err
	}
	l, err := tls.Listen("tcp", ":443", &tls.Config{Certificates: []tls.Certificate{p}})
	if err != nil {
		return err
	}
	return http.Serve(l, nil)
}

func (a *agent) secure(srv *http.Server) error {
	cfg, err := load(a.pair.Cert, a.pair.Key)
	srv.TLSConfig = cfg
	return err
}

func load(cert, key string) (*tls.Config, error) {
	p, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		return nil, err
	}
	return &tls.Config{Certificates: []tls.Certificate{p}}, nil
}

// It has not written this one.
func (a *agent) public() error {
	return http.ListenAndServeTLS(":443", a.pair.Public, a.pair.Key, nil) // want `until the process ends`
}

// One that is there is kept: an operator may have put it there, and does so again.
func kept(h http.Handler) error {
	if _, err := os.Stat("kept.crt"); os.IsNotExist(err) {
		if err := pair2("kept.crt", "kept.key"); err != nil {
			return err
		}
	}
	return http.ListenAndServeTLS(":443", "kept.crt", "kept.key", h) // want `until the process ends`
}

func pair2(cert, key string) error {
	if err := os.WriteFile(cert, nil, 0o600); err != nil {
		return err
	}
	return os.WriteFile(key, nil, 0o600)
}

func ensured(h http.Handler) error {
	if err := ensure("ensured.crt", "ensured.key"); err != nil {
		return err
	}
	return http.ListenAndServeTLS(":443", "ensured.crt", "ensured.key", h) // want `until the process ends`
}

func ensure(cert, key string) error {
	if exists(cert) && exists(key) {
		return nil
	}
	if err := os.WriteFile(cert, nil, 0o600); err != nil {
		return err
	}
	return os.WriteFile(key, nil, 0o600)
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// Other files are written than those that are served.
func others(c *config, h http.Handler) error {
	if err := os.WriteFile(c.dir, nil, 0o600); err != nil {
		return err
	}
	return http.ListenAndServeTLS(":443", c.cert, c.key, h) // want `until the process ends`
}

// What is only read is not written.
func opened(h http.Handler) error {
	f, err := os.OpenFile("opened.crt", os.O_RDONLY, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	return http.ListenAndServeTLS(":443", "opened.crt", "opened.key", h) // want `until the process ends`
}

// They are written again later, and not read then.
func renewed(h http.Handler, days <-chan int) error {
	if err := remake(); err != nil {
		return err
	}
	go func() {
		for range days {
			_ = remake()
		}
	}()
	return http.ListenAndServeTLS(":443", "renewed.crt", "renewed.key", h) // want `until the process ends`
}

func remake() error { return os.WriteFile("renewed.crt", nil, 0o600) }

// One of the callers brings files of others.
func first(h http.Handler) error {
	if err := os.WriteFile("first.crt", nil, 0o600); err != nil {
		return err
	}
	return either("first.crt", "first.key", h)
}

func second(c *config, h http.Handler) error { return either(c.cert, c.key, h) }

func either(cert, key string, h http.Handler) error {
	return http.ListenAndServeTLS(":443", cert, key, h) // want `until the process ends`
}
