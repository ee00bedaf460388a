// The keys and certificates here come from internal/pki/internal/genfixtures.

package private

const text = /* want "reaches tls" */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIK/VyytR1nE8pFIWDJtVdNWY4oPrTQhV5ImEQvfHipQRoAoGCCqGSM49
AwEHoUQDQgAEL3R3BqM6miwJr8+9UgHtSbYzPeYFKxguqtK1cUOKbUqgWoDpBXQU
K/Z6Em0eOxQNUZdwcZKZaqdQBp8zy2RWLA==
-----END EC PRIVATE KEY-----
`
