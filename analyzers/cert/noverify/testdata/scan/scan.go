// Package scan looks at whatever answers.
package scan

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// title sends nothing but the request for a page.
func title(ip string, port int) (string, error) {
	client := &http.Client{Timeout: time.Second}
	scheme := "http"
	if port%1000 == 443 {
		scheme = "https"
		client = &http.Client{
			Timeout: time.Second,
			Transport: &http.Transport{
				TLSClientConfig: &tls.Config{
					InsecureSkipVerify:    true,
					VerifyPeerCertificate: func([][]byte, [][]*x509.Certificate) error { return nil },
				},
			},
		}
	}
	resp, err := client.Get(fmt.Sprintf("%s://%s:%d/", scheme, ip, port))
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Header.Get("Server"), nil
}

// login sends a password.
func login(url, password string) error {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{
		InsecureSkipVerify:    true,
		VerifyPeerCertificate: func([][]byte, [][]*x509.Certificate) error { return nil }, // want `returns nil on every path`
	}}}
	resp, err := client.Post(url, "text/plain", strings.NewReader(password))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// client is for whatever its user sends.
func client() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{
		InsecureSkipVerify:    true,
		VerifyPeerCertificate: func([][]byte, [][]*x509.Certificate) error { return nil }, // want `returns nil on every path`
	}}}
}
