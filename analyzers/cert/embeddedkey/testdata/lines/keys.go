// The keys and certificates here come from internal/pki/internal/genfixtures.

package lines

var keyLines = []string{
	"-----BEGIN EC PRIVATE KEY-----",
	/* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ "MHcCAQEEIBhRKhELJD5kZm9U26KLuYVEGxstJRS851WEN3tzybzaoAoGCCqGSM49",
	"AwEHoUQDQgAEyX7les1N1iGgo9s9PvfOENNpIKClRQNk+8FYAxgf+Im1C1ba78W+",
	"RiqZkMXRVORkfVhlco6rUPC9u4yK+/9v5Q==",
	"-----END EC PRIVATE KEY-----",
}

const readerText = /* want "ECDSA P-256 private key in the source reaches tls.X509KeyPair, so every installation shares it" */ "LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0tCk1IY0NBUUVFSUQwNkhPQi9SVDE0akNEeXYyNmRlSWxiZFY5aWlmNTlEcG9zYjZYaWRVak1vQW9HQ0NxR1NNNDkKQXdFSG9VUURRZ0FFM09GcWozWi91T214VThzWDhiSXNJeDVkQjkyMW9xMEUydmpwbVBpMWs3MC8wYkVEdk5meQpoN1IwNFZmbEFxTXF1OVk1WldLc0hVaU0rYldpdmlYZld3PT0KLS0tLS1FTkQgRUMgUFJJVkFURSBLRVktLS0tLQo="
