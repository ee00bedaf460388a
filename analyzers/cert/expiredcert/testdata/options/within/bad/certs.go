// The keys and certificates here come from internal/pki/internal/genfixtures.

package bad

const soonText = /* want "the certificate of soon.example in the source expires on 2027-01-15T00:00:00Z and reaches tls\\.X509KeyPair; reference date 2026-11-22" */ `-----BEGIN CERTIFICATE-----
MIIBeTCCASCgAwIBAgIQb2R/kK0/iPyAphDJyR6OFjAKBggqhkjOPQQDAjAXMRUw
EwYDVQQDEwxzb29uLmV4YW1wbGUwHhcNMjUwMTE1MDAwMDAwWhcNMjcwMTE1MDAw
MDAwWjAXMRUwEwYDVQQDEwxzb29uLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATQHiUNqHGl6HFkSq7RVBItXYam9/EQMsTt1JQyRCz/6D7NERk+xNHO
4nQFCDmn0Msno4scM7W2qoSuxUpVfI1vo04wTDAOBgNVHQ8BAf8EBAMCB4AwEwYD
VR0lBAwwCgYIKwYBBQUHAwEwDAYDVR0TAQH/BAIwADAXBgNVHREEEDAOggxzb29u
LmV4YW1wbGUwCgYIKoZIzj0EAwIDRwAwRAIgIIM1oWRYLcCE+DtypreGP/vTZcHh
9oZIl/Ans0UAuk4CIDPtXPNPA6V6WDf6E+r9obaZk8YMsTtdrmLHIGxMhnZR
-----END CERTIFICATE-----
`

const soonKey = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIJom+q5bYH/SaQX8dZdEloTn5xyjOEwSXupEWB5YSr75oAoGCCqGSM49
AwEHoUQDQgAE0B4lDahxpehxZEqu0VQSLV2GpvfxEDLE7dSUMkQs/+g+zREZPsTR
zuJ0BQg5p9DLJ6OLHDO1tqqErsVKVXyNbw==
-----END EC PRIVATE KEY-----
`
