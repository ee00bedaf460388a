// Package certs2013 serves storage over HTTPS as a large cloud did until
// 22 February 2013. The certificates of blobs, queues and tables are built into
// the binary, the same three in every region. They end within three minutes of
// each other:
//
//	blob   12:29:53 PST
//	queue  12:31:22 PST
//	table  12:32:52 PST
//
// The secret store had renewed ones since 7 January. They were to go out with a
// release, which was not marked as urgent and fell behind others; the alarm,
// which looks at the store, had nothing to say. From half past twelve on no
// client could connect, in any region, for twelve hours.
package certs2013

import (
	"crypto/tls"
	_ "embed"
	"fmt"
	"net/http"
	"time"
)

var (
	//go:embed blob.pem
	blobPEM []byte
	//go:embed queue.pem
	queuePEM []byte
	//go:embed table.pem
	tablePEM []byte
)

// Regions are where the service runs.
var Regions = []string{"us-north", "us-south", "europe-north", "europe-west", "asia-east", "asia-southeast"}

type service struct {
	name    string
	handler http.Handler
	pair    tls.Certificate
}

// FrontEnds returns the servers of all services in all regions, by region and
// service.
func FrontEnds(blob, queue, table http.Handler) (map[string]*http.Server, error) {
	blobPair, err := tls.X509KeyPair(blobPEM, blobPEM)
	if err != nil {
		return nil, fmt.Errorf("blob: %w", err)
	}
	queuePair, err := tls.X509KeyPair(queuePEM, queuePEM)
	if err != nil {
		return nil, fmt.Errorf("queue: %w", err)
	}
	tablePair, err := tls.X509KeyPair(tablePEM, tablePEM)
	if err != nil {
		return nil, fmt.Errorf("table: %w", err)
	}
	services := []service{
		{"blob", blob, blobPair},
		{"queue", queue, queuePair},
		{"table", table, tablePair},
	}
	servers := make(map[string]*http.Server)
	for _, region := range Regions {
		for _, svc := range services {
			servers[region+"/"+svc.name] = &http.Server{
				Addr:              svc.name + "." + region + ".storage.example:443",
				Handler:           svc.handler,
				TLSConfig:         &tls.Config{Certificates: []tls.Certificate{svc.pair}},
				ReadHeaderTimeout: 10 * time.Second,
			}
		}
	}
	return servers, nil
}
