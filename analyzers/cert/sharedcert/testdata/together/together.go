package together

import "crypto/tls"

func pairs() []tls.Certificate {
	api, _ := tls.X509KeyPair([]byte(apiText), []byte(apiText))
	admin, _ := tls.X509KeyPair([]byte(adminText), []byte(adminText)) // want `the certificates of api.example and admin.example in the source expire within 7 days of each other, from 2034-01-01T00:00:00Z to 2034-01-08T00:00:00Z`
	metrics, _ := tls.X509KeyPair([]byte(metricsText), []byte(metricsText))
	return []tls.Certificate{api, admin, metrics}
}

// Those that last for a century end together too.
func lasting() []tls.Certificate {
	one, _ := tls.X509KeyPair([]byte(oneText), []byte(oneText))
	two, _ := tls.X509KeyPair([]byte(twoText), []byte(twoText))
	return []tls.Certificate{one, two}
}
