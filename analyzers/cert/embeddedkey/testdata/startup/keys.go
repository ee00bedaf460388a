// The keys and certificates here come from internal/pki/internal/genfixtures.

package startup

const knownKey = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIJrMo4IpabO3we2mobCyti+kelkljgDsRUsRq0hehuwloAoGCCqGSM49
AwEHoUQDQgAE1U2uxbOHCvWTDlELmuXJsNs3BDTFGeWg6yj6+y0PulcH1r+gSrNP
f7rJKUZe6TlVKvvSDyEEsPTJn4nlFn+lMg==
-----END EC PRIVATE KEY-----
`

const literalKey = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEICKDrBdZPiiSX2lp2D+oG+gliFv92UnFqw3eeWrkZeTvoAoGCCqGSM49
AwEHoUQDQgAEpiDBmNVap83OA/ELsdkhvCW+ktAZHqZkMZ3mV7PZNq1dxqEZlZey
CJBAV09wGGtnREnKFuTc+0lhpq0bF9FMsA==
-----END EC PRIVATE KEY-----
`
