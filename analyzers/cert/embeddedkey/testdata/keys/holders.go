package keys

import (
	"crypto/tls"
	"embed"
)

//go:embed file.key
var File []byte

//go:embed fs/*.key
var FS embed.FS

func Get() []byte { return []byte(result) }

type Pair struct{ Cert, Key []byte }

var Default = Pair{Cert: []byte(Cert), Key: []byte(fieldKey)}

func Load() (tls.Certificate, error) { return tls.X509KeyPair([]byte(Cert), []byte(Own)) }
