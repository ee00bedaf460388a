// Package refused has keys whose certificates do not parse. The texts come from
// internal/pki/internal/genfixtures, one of them with a wrong length.
package refused

import "crypto/tls"

func load(old bool) ([]tls.Certificate, error) {
	never, err := tls.X509KeyPair([]byte(malformed), []byte(refusedKey))
	if err != nil {
		return nil, err
	}
	text := malformed
	if !old {
		text = cert
	}
	sometimes, err := tls.X509KeyPair([]byte(text), []byte(acceptedKey))
	return []tls.Certificate{never, sometimes}, err
}

func given(cert []byte) (tls.Certificate, error) {
	return tls.X509KeyPair(cert, []byte(givenKey))
}

const malformed = `-----BEGIN CERTIFICATE-----
MIIBdDCCAR2gAwIBAgIQIV1ae47a4nybDzYaY+D0UDAKBggqhkjOPQQDAjAUMRIw
EAYDVQQDEwlsb2NhbGhvc3QwHhcNMjQwMTAxMDAwMDAwWhcNMzQwMTAxMDAwMDAw
WjAUMRIwEAYDVQQDEwlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AASaXal0kxY3Cbymmm3UCcCXtThOT4uuSOfui8/D/KhywChiNtOzGMBUWdDBL5NR
0rMWNl2XajbBoovd8W8eUIako1EwTzAOBgNVHQ8BAf8EBAMCB4AwEwYDVR0lBAww
CgYIKwYBBQUHAwEwDAYDVR0TAQH/BAIwADAaBgNVHREEEzARgglsb2NhbGhvc3SH
BH8AAAEwCgYIKoZIzj0EAwIDRwAwRAIgSVgjzCsuUgnpHBEzSAkI6NYQgXenQxx1
y6HJYS0FdfkCIAGYcDGtooyCmL1IO58vt5MewiaDe1BNq2AzoJy+i4D1
-----END CERTIFICATE-----
`

const cert = `-----BEGIN CERTIFICATE-----
MIIBdjCCAR2gAwIBAgIQIV1ae47a4nybDzYaY+D0UDAKBggqhkjOPQQDAjAUMRIw
EAYDVQQDEwlsb2NhbGhvc3QwHhcNMjQwMTAxMDAwMDAwWhcNMzQwMTAxMDAwMDAw
WjAUMRIwEAYDVQQDEwlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AASaXal0kxY3Cbymmm3UCcCXtThOT4uuSOfui8/D/KhywChiNtOzGMBUWdDBL5NR
0rMWNl2XajbBoovd8W8eUIako1EwTzAOBgNVHQ8BAf8EBAMCB4AwEwYDVR0lBAww
CgYIKwYBBQUHAwEwDAYDVR0TAQH/BAIwADAaBgNVHREEEzARgglsb2NhbGhvc3SH
BH8AAAEwCgYIKoZIzj0EAwIDRwAwRAIgSVgjzCsuUgnpHBEzSAkI6NYQgXenQxx1
y6HJYS0FdfkCIAGYcDGtooyCmL1IO58vt5MewiaDe1BNq2AzoJy+i4D1
-----END CERTIFICATE-----
`

const refusedKey = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIPjqL/It5UF+Ux0LiS4L1cyMa08JKgU3q6YiUu6URPacoAoGCCqGSM49
AwEHoUQDQgAE85flZUFPFeeTGRF/y9Dz5vU8tzZxZYWcqkTpAbzwRAwYiP00eTQM
u4XAfkFmj2KZdvlyGpEYXnLYUHLeRix9Xw==
-----END EC PRIVATE KEY-----
`

const acceptedKey = /* want `ECDSA P-256 private key in the source reaches tls.X509KeyPair` */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEICDNV5WMA8D1Z0I1mfHUvHmaHJIpoF/gHaD+//atdLngoAoGCCqGSM49
AwEHoUQDQgAEl/ghRUQI34OLBNvZRmKGfh6jIBHO7caoTESw8FMjvOH3v/Gci1bn
CnCtQv36WdFgUOGLwodKA1MBzgvNA+guhw==
-----END EC PRIVATE KEY-----
`

const givenKey = /* want `ECDSA P-256 private key in the source reaches tls.X509KeyPair` */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIGwJytwov8246YIfFITctQqqW0p8O7aVk0BfR7HKdr6RoAoGCCqGSM49
AwEHoUQDQgAEequdeqQL4P/xNnDXlhpHv2P/d/IiRt8oUs7NLY/9XkWsNo6S2Hkq
EI9x6MfE+0hyCRE0xVjRKaSFfa8bP/W0PA==
-----END EC PRIVATE KEY-----
`
