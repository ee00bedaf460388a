// The keys and certificates here come from internal/pki/internal/genfixtures.

package generics

const cert = `-----BEGIN CERTIFICATE-----
MIIBdzCCAR6gAwIBAgIRAL97LHROWoAOY1MAbkNSAZ0wCgYIKoZIzj0EAwIwFDES
MBAGA1UEAxMJbG9jYWxob3N0MB4XDTI0MDEwMTAwMDAwMFoXDTM0MDEwMTAwMDAw
MFowFDESMBAGA1UEAxMJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD
QgAEdcx0AECMyCbmgzVHZEzmshEn+tBtDVNxah2zM+zDKhnyPa6y7e+bjNsmmjHh
wyJLCxal87hYwIA/OOioc+6rBqNRME8wDgYDVR0PAQH/BAQDAgeAMBMGA1UdJQQM
MAoGCCsGAQUFBwMBMAwGA1UdEwEB/wQCMAAwGgYDVR0RBBMwEYIJbG9jYWxob3N0
hwR/AAABMAoGCCqGSM49BAMCA0cAMEQCIGaNt9AVw3G3DgJTb/2C9q63cbwywb34
OgDwtqTxbQlaAiA5hOmbdddeyaqiCDvJAfgrE7c806x1QogXMWGCVLpOuA==
-----END CERTIFICATE-----
`

const key = /* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIJBQuWsuIg0A9lm8985VfztDeJNdsnTLXsDiZafkgXwOoAoGCCqGSM49
AwEHoUQDQgAEdcx0AECMyCbmgzVHZEzmshEn+tBtDVNxah2zM+zDKhnyPa6y7e+b
jNsmmjHhwyJLCxal87hYwIA/OOioc+6rBg==
-----END EC PRIVATE KEY-----
`

const boxedKey = /* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIEpkPdo/D5QKOMGvnxSfiEPeQw2DS7fmbiiXD200HojDoAoGCCqGSM49
AwEHoUQDQgAEZkB1cue1KCjx94mOJj41DLLbEkskhaWPLmPBDWKSEyIgGrHGtxF/
PALz+YuzQHAL7jJidWWHoGvVt84sCxJ1VQ==
-----END EC PRIVATE KEY-----
`
