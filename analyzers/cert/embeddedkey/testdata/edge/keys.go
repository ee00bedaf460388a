// The keys and certificates here come from internal/pki/internal/genfixtures.

package edge

const bothText = /* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ `-----BEGIN CERTIFICATE-----
MIIBdzCCAR2gAwIBAgIQXX0WX6fOaTxFP/s+InKP8jAKBggqhkjOPQQDAjAUMRIw
EAYDVQQDEwlsb2NhbGhvc3QwHhcNMjQwMTAxMDAwMDAwWhcNMzQwMTAxMDAwMDAw
WjAUMRIwEAYDVQQDEwlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AATzl+VlQU8V55MZEX/L0PPm9Ty3NnFlhZyqROkBvPBEDBiI/TR5NAy7hcB+QWaP
Ypl2+XIakRhecthQct5GLH1fo1EwTzAOBgNVHQ8BAf8EBAMCB4AwEwYDVR0lBAww
CgYIKwYBBQUHAwEwDAYDVR0TAQH/BAIwADAaBgNVHREEEzARgglsb2NhbGhvc3SH
BH8AAAEwCgYIKoZIzj0EAwIDSAAwRQIhAKnTlZDoevM8JAVS3opMVPQ6xGwJrJW7
XeirFBayHWYSAiB7UOcs6rhEKKqe2uwHBKjSg+ZTi8S9qEyFg2Mz5m4gcw==
-----END CERTIFICATE-----
-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIPjqL/It5UF+Ux0LiS4L1cyMa08JKgU3q6YiUu6URPacoAoGCCqGSM49
AwEHoUQDQgAE85flZUFPFeeTGRF/y9Dz5vU8tzZxZYWcqkTpAbzwRAwYiP00eTQM
u4XAfkFmj2KZdvlyGpEYXnLYUHLeRix9Xw==
-----END EC PRIVATE KEY-----
`

var escapedKey = /* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ "-----BEGIN EC PRIVATE KEY-----\\nMHcCAQEEIAPTCe6NBdsZebWIilcFtRQmkOymUTVj4ZZp+YjB5voQoAoGCCqGSM49\\nAwEHoUQDQgAEt8Qsr1IkwSLoI/O0GnbhAvptIIiyzD8FfCBp8X9nA2EFk4Ak8Rxc\\nE+dCJlVsdDd3KZFSMvXKYp0gq7iuMzslAg==\\n-----END EC PRIVATE KEY-----\\n"

const lockedKey = /* want "encrypted ECDSA P-256 private key in the source reaches ssh.ParsePrivateKeyWithPassphrase, so every installation shares it" */ `-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAFAAAABAA
AAAAAAAAAAAAAAAAAAAAAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAA
AAhuaXN0cDI1NgAAAEEEQteybSfBTIEN5EMHRPV7ypPJEwYmgIT3yaykOfmyurbl
tWfoVpCR3wDCHh+moiEdFJnw44/VOS3jVBGq3JyWLgAAAKAAAAAAAAAAAAAAABNl
Y2RzYS1zaGEyLW5pc3RwMjU2AAAACG5pc3RwMjU2AAAAQQRC17JtJ8FMgQ3kQwdE
9XvKk8kTBiaAhPfJrKQ5+bK6tuW1Z+hWkJHfAMIeH6aiIR0UmfDjj9U5LeNUEarc
nJYuAAAAIG3tMmIkAPBob0nP4MrdEJPivIQydfi1lF1+gWUPTdAyAAAAB2ZpeHR1
cmUB
-----END OPENSSH PRIVATE KEY-----
`

const legacyKey = /* want "encrypted EC private key in the source reaches x509.DecryptPEMBlock, so every installation shares it" */ `-----BEGIN EC PRIVATE KEY-----
Proc-Type: 4,ENCRYPTED
DEK-Info: AES-128-CBC,a1cb100f57e971cacf269e7c26e4630a

GDS10elQjqZX/3PeQLTxh+uxwbqKf32hnR/T3mZAkWoqfnIHorwVIWO4znFEuZMM
uxhVURg1mJON9dCXK9mOxGmy2F8JOJgOYQhiG3BKMDGrIrcfXj3Wf6izfrDbLVyk
0AsaUkB6cqwPwg8FTusK3rhbLPYohw5fSc9aoU+bnJ8=
-----END EC PRIVATE KEY-----
`

const opensshKey = /* want "ECDSA P-256 private key in the source reaches ssh.ParsePrivateKey, so every installation shares it" */ `-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAaAAAABNl
Y2RzYS1zaGEyLW5pc3RwMjU2AAAACG5pc3RwMjU2AAAAQQSmRahAs7E7caxKlP6p
5pAOQ6cBUfz3u6+t3eqsCpS+MqUPDEarKsa/gqehr7g+DLmSQAYRIDZ2RnBcWJAZ
lYjoAAAAoAAAAAAAAAAAAAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAy
NTYAAABBBKZFqECzsTtxrEqU/qnmkA5DpwFR/Pe7r63d6qwKlL4ypQ8MRqsqxr+C
p6GvuD4MuZJABhEgNnZGcFxYkBmViOgAAAAg1frXnXwsY+ou2s9OcxQkkn/3zRn7
BBDtwk0fxF8p0MUAAAAHZml4dHVyZQE=
-----END OPENSSH PRIVATE KEY-----
`

var body = /* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ "MHcCAQEEIFt5RLqcDGGTXqe+ivifoHSietuo57MqAoKONisjmp+2oAoGCCqGSM49\nAwEHoUQDQgAE+5mxnFDXiwmEw8mqPEI66ygG22NjELCui4u/Rtzv92aMAOkJnn0/\nDvSwq6ywK48uQYCz1o8eb303PhGhvLS44Q=="

const closureKey = /* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEICDNV5WMA8D1Z0I1mfHUvHmaHJIpoF/gHaD+//atdLngoAoGCCqGSM49
AwEHoUQDQgAEl/ghRUQI34OLBNvZRmKGfh6jIBHO7caoTESw8FMjvOH3v/Gci1bn
CnCtQv36WdFgUOGLwodKA1MBzgvNA+guhw==
-----END EC PRIVATE KEY-----
`

const recursiveKey = /* want "ECDSA P-256 private key in the source reaches x509.ParseECPrivateKey, so every installation shares it" */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIGwJytwov8246YIfFITctQqqW0p8O7aVk0BfR7HKdr6RoAoGCCqGSM49
AwEHoUQDQgAEequdeqQL4P/xNnDXlhpHv2P/d/IiRt8oUs7NLY/9XkWsNo6S2Hkq
EI9x6MfE+0hyCRE0xVjRKaSFfa8bP/W0PA==
-----END EC PRIVATE KEY-----
`
