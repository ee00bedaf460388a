package addcert

import "crypto/x509"

func roots() *x509.CertPool {
	pool := x509.NewCertPool()
	if root, err := x509.ParseCertificate(text); err == nil {
		pool.AddCert(root)
	}
	return pool
}
