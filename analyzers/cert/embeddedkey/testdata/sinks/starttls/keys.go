// The keys and certificates here come from internal/pki/internal/genfixtures.

package starttls

const serverText = /* want "ECDSA P-256 private key in the source reaches \\(\\*echo.Echo\\).StartTLS, so every installation shares it" */ "LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0tCk1IY0NBUUVFSUhVNEhzaThwcVhEbXB0Z2s2SCtXUkhjVDB2Q2hVUVlTZytjTVV3U3VPS3pvQW9HQ0NxR1NNNDkKQXdFSG9VUURRZ0FFc2I4TGZPQVZpbXQ0TkVHVVNFaUd1RENYK1dHZXQxekRSUlZPVURrVmJqSVJhcVEwYVg5WQpVYyszb0JUVnJ4VVVpTGJpOVc1UDcveDFaWGF3UTZOWlN3PT0KLS0tLS1FTkQgRUMgUFJJVkFURSBLRVktLS0tLQo="
