// Package lines puts a key together from its lines.
package lines

import (
	"crypto/tls"
	"encoding/base64"
	"io"
	"strings"
)

func joined(cert []byte) (tls.Certificate, error) {
	return tls.X509KeyPair(cert, []byte(strings.Join(keyLines, "\n")))
}

func decoded(cert []byte) (tls.Certificate, error) {
	key, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader(readerText)))
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair(cert, key)
}
