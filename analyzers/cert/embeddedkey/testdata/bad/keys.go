// The keys and certificates here come from internal/pki/internal/genfixtures.

package bad

const pairCert = `-----BEGIN CERTIFICATE-----
MIIBdjCCAR2gAwIBAgIQKSU5l9hMVjz2Z5OdCE/sXzAKBggqhkjOPQQDAjAUMRIw
EAYDVQQDEwlsb2NhbGhvc3QwHhcNMjQwMTAxMDAwMDAwWhcNMzQwMTAxMDAwMDAw
WjAUMRIwEAYDVQQDEwlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AARHQWfyGinrcyw20FvNzkxKsDzmVVFDRPoL7m/YrbLtBMklE4VQkhViwQSzij0E
o8xJbH7NKg4UUd6yECXs30cbo1EwTzAOBgNVHQ8BAf8EBAMCB4AwEwYDVR0lBAww
CgYIKwYBBQUHAwEwDAYDVR0TAQH/BAIwADAaBgNVHREEEzARgglsb2NhbGhvc3SH
BH8AAAEwCgYIKoZIzj0EAwIDRwAwRAIgTvXgfdBlX3P2HwDdRusHfNzRpvMonXtb
YgnMc2waQPMCIAmzrS6pk6J+XZPHN74Ddm7szOEn1iuQsFZHy6erZLpr
-----END CERTIFICATE-----
`

const pairKey = /* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIOrp9CFMQX44o7/NfHYkWR+jUAJmTyU6LgNFXjy/p5I9oAoGCCqGSM49
AwEHoUQDQgAER0Fn8hop63MsNtBbzc5MSrA85lVRQ0T6C+5v2K2y7QTJJROFUJIV
YsEEs4o9BKPMSWx+zSoOFFHeshAl7N9HGw==
-----END EC PRIVATE KEY-----
`

var bytesKey = /* want "ECDSA P-256 private key in the source reaches x509.ParsePKCS8PrivateKey, so every installation shares it" */ []byte(`-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgugmzfvIoycnM8bgO
4iZYmFlp5/tnghVOS85jvl26JiqhRANCAATiUzKLpbnsvj1om0i/I0lh/cCf2mBz
2ETqk/k99ZN5usVuImYgZm4Tcixuhwy0BMd+ccnP1trcyieqKwxFbl/N
-----END PRIVATE KEY-----
`)

const sumKey = /* want "ECDSA P-256 private key in the source reaches x509.ParseECPrivateKey, so every installation shares it" */ "-----BEGIN EC PRIVATE KEY-----\n" +
	"MHcCAQEEIMFk+7l+tEUTTbh7AUXttEQQzqBwhbwd/Lsje2F8lRJeoAoGCCqGSM49\n" +
	"AwEHoUQDQgAEAKK0GZ1nq7I4Hr+067Nv+hcuGvCYeGNzFYhXkbpi2El0ZQCQH6hz\n" +
	"bN6y4kyyoDiPi/lq7Lxw3LTAlLlog6X1wQ==\n" +
	"-----END EC PRIVATE KEY-----"

var encodedKey = /* want "ECDSA P-256 private key in the source reaches x509.ParsePKCS8PrivateKey, so every installation shares it" */ "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JR0hBZ0VBTUJNR0J5cUdTTTQ5QWdFR0NDcUdTTTQ5QXdFSEJHMHdhd0lCQVFRZ0ZpKzZUM2xUL2pzdmllaHUKSXF3aSt2eitQaXFKcTQxdDEyUmNDRk43YmNlaFJBTkNBQVE1dzliU3lSM2p1NFdZKy9zTmJMSDhySmJEVmJXdApFaG9naGVwNnhLYmxJbjFpTkFDdzl1Ni9EemREekM0Z0VmZ0xzR2k4aFRPT2VNUkd1Vm1zaFpsQQotLS0tLUVORCBQUklWQVRFIEtFWS0tLS0tCg=="

var derKey = []byte{ /* want "ECDSA P-256 private key in the source reaches x509.ParseECPrivateKey, so every installation shares it" */
	0x30, 0x77, 0x02, 0x01, 0x01, 0x04, 0x20, 0x7a, 0x9e, 0xf1, 0xe4, 0x9f, 0x29, 0x68, 0x1f, 0xe8,
	0x9a, 0x54, 0xa6, 0xe9, 0xe9, 0x14, 0x7d, 0xa1, 0x57, 0x77, 0x5c, 0x20, 0xfe, 0x51, 0x5b, 0x50,
	0xf6, 0xdd, 0x44, 0x04, 0x4e, 0xcc, 0x58, 0xa0, 0x0a, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d,
	0x03, 0x01, 0x07, 0xa1, 0x44, 0x03, 0x42, 0x00, 0x04, 0x44, 0xd9, 0xf4, 0x36, 0xbc, 0x90, 0x4d,
	0x44, 0xe6, 0x80, 0x58, 0x32, 0xf0, 0x1f, 0xa0, 0xc6, 0x66, 0xe3, 0x78, 0x34, 0x29, 0xda, 0xb4,
	0xd2, 0x09, 0x0c, 0xb3, 0x2b, 0x7e, 0x59, 0x82, 0x4a, 0x0c, 0x3c, 0x22, 0x84, 0x37, 0x69, 0x59,
	0x8a, 0x27, 0x27, 0x1d, 0xd9, 0x89, 0xd6, 0xcc, 0x4e, 0xdf, 0xd7, 0xed, 0x9d, 0xaa, 0x5a, 0x62,
	0xa1, 0x10, 0x1f, 0xd5, 0x4b, 0xa9, 0xb2, 0x87, 0x5d,
}

const sshKey = /* want "ECDSA P-256 private key in the source reaches ssh.ParsePrivateKey, so every installation shares it" */ `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgv2mIZBGiXkXcAV3V
XIG8m0b5ePaQM5SekGrFf399k9ahRANCAAT9SU4uz1DOW1S/Hv95TFik6ZHkKyAU
+PjzbXYMaARYbkp0uucRbpIbomGJX7c3RCRDG+acBqWFs7ySrtPelwFZ
-----END PRIVATE KEY-----
`

var jwtKey = /* want "ECDSA P-256 private key in the source reaches jwt.ParseECPrivateKeyFromPEM, so every installation shares it" */ []byte(`-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIJjUTq85D1XhL2Jx6FnPSYQABsHdTl8kkP6XJrcFsG8IoAoGCCqGSM49
AwEHoUQDQgAENwHZcXTGU0+qtJqPT1890+IsrDfB26h/6FtDrJnTzgd36dXW5RJJ
sA/vDx1W2jqE9K4/HnqM1zxXnraFmAxhIQ==
-----END EC PRIVATE KEY-----
`)

const defaultKey = /* want "ECDSA P-256 private key in the source reaches x509.ParseECPrivateKey, so every installation shares it" */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIBcznahGecGBaibRltieyNtmAfg0etS6mAXZ91r0CACdoAoGCCqGSM49
AwEHoUQDQgAEsL6a6SozSuPh2nOYmyagSxZrp6ISwIVtyLe9HCIdJFZ+0r7Ke409
4td6mwjiJ7BYAki5AtdA9nxmlbc7lwjV9A==
-----END EC PRIVATE KEY-----
`

const fieldKey = /* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIBztIbGxYtJNVATqmxDKHecTO1xEAka18L8xlrA3HJDRoAoGCCqGSM49
AwEHoUQDQgAENRof+f0pQawEZXfLAYRZWskMlz0KKQqLoISxjOQx6MumH5kQBBK4
whtl4iOHG+f77ROOd6UO00JK7cEh5YENdg==
-----END EC PRIVATE KEY-----
`

const tableKey = /* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEINUEYC6AX0Eu6diebDsNVE+p0eZ9PYaiP2HEmW+4SWdfoAoGCCqGSM49
AwEHoUQDQgAEL6xkCt3a1IBQGnO2Pw2QaP+Z+M3UvVvGqDyLWFqH0KbaDD7PHDo7
LhACfU0r229iWbrZNPztekUtRXRCB9Ickw==
-----END EC PRIVATE KEY-----
`

const wrappedKey = /* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIC5zF9Bykm/rVlla3TuZIgL9cLDPjcHnEyvblSAz5znwoAoGCCqGSM49
AwEHoUQDQgAE6aFmjaaArGAYSS783t7sGpI+AKRBH58t+xeHDNW9rT8a6QXxbQJS
Ya4PoR0CVkO+KbsI2mULcK2b2a/KoufeNQ==
-----END EC PRIVATE KEY-----
`
