// The keys and certificates here come from internal/pki/internal/genfixtures.

package e2e

const key = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIHNcYjL03SXdPioV2S/l3KvFXrhkY57W23rgUat6g1/VoAoGCCqGSM49
AwEHoUQDQgAEftRMH9aY2m5mjL2LtihZbPoOg0fuy6wIYQqmFYHrEv4jmmzKNMmG
llE0BtTsibNek55YJU2JJknW9bquDlZXZQ==
-----END EC PRIVATE KEY-----
`
