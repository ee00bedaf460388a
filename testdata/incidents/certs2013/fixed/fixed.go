// Package fixed serves storage over HTTPS like its parent, but for what went
// wrong there. Every service has its own pair in every region, which comes from
// the secret store at each handshake: a renewed one is served without a release.
// The alarm looks at what is served.
package fixed

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// notice is how long before its end the owner of a certificate is told.
const notice = 180 * 24 * time.Hour

// Regions are where the service runs.
var Regions = []string{"us-north", "us-south", "europe-north", "europe-west", "asia-east", "asia-southeast"}

// A SecretStore holds the pair of each service in each region. It is safe for
// concurrent use.
type SecretStore interface {
	Pair(ctx context.Context, region, service string) (*tls.Certificate, error)
}

// FrontEnds returns the servers of all services in all regions, by region and
// service.
func FrontEnds(store SecretStore, handlers map[string]http.Handler) map[string]*http.Server {
	servers := make(map[string]*http.Server)
	for _, region := range Regions {
		for service, handler := range handlers {
			pair := func(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
				return store.Pair(hello.Context(), region, service)
			}
			servers[region+"/"+service] = &http.Server{
				Addr:              service + "." + region + ".storage.example:443",
				Handler:           handler,
				TLSConfig:         &tls.Config{GetCertificate: pair},
				ReadHeaderTimeout: 10 * time.Second,
			}
		}
	}
	return servers
}

// ErrEnding says that a certificate that is served ends soon.
var ErrEnding = errors.New("certificate ends soon")

// Probe shakes hands with a server as clients do and tells what is wrong with
// the certificate that it serves.
func Probe(ctx context.Context, addr string, roots *x509.CertPool, now time.Time) error {
	dialer := tls.Dialer{Config: &tls.Config{RootCAs: roots}}
	conn, err := dialer.DialContext(ctx, "tcp", addr)
	if err != nil {
		return fmt.Errorf("%s: %w", addr, err)
	}
	leaf := conn.(*tls.Conn).ConnectionState().PeerCertificates[0]
	if err := conn.Close(); err != nil {
		return fmt.Errorf("%s: %w", addr, err)
	}
	if leaf.NotAfter.Sub(now) < notice {
		return fmt.Errorf("%s: %w: %s", addr, ErrEnding, leaf.NotAfter.UTC().Format(time.RFC3339))
	}
	return nil
}
