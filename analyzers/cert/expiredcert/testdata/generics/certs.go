// The keys and certificates here come from internal/pki/internal/genfixtures.

package generics

const text = /* want "the certificate of peer.example in the source expired on 2024-04-30T00:00:00Z and reaches \\(\\*x509\\.CertPool\\)\\.AppendCertsFromPEM; reference date 2026-11-22" */ `-----BEGIN CERTIFICATE-----
MIIBejCCASGgAwIBAgIRAIHWVdCYLr0VsvmVso6y2KAwCgYIKoZIzj0EAwIwFzEV
MBMGA1UEAxMMcGVlci5leGFtcGxlMB4XDTIyMDQzMDAwMDAwMFoXDTI0MDQzMDAw
MDAwMFowFzEVMBMGA1UEAxMMcGVlci5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZI
zj0DAQcDQgAE+a6uzXHrsfoZXITZ0dl85UDGOeTYInI+VcuTN8tKgP29KhIrN1ET
Xbbga/CvCN1YbgTU06Y4QYqD1WBt1mViEqNOMEwwDgYDVR0PAQH/BAQDAgeAMBMG
A1UdJQQMMAoGCCsGAQUFBwMBMAwGA1UdEwEB/wQCMAAwFwYDVR0RBBAwDoIMcGVl
ci5leGFtcGxlMAoGCCqGSM49BAMCA0cAMEQCIH33ais+0fECToSQikCdhRa6/Azw
8MidQechj60B7UXaAiB0EPhLOINjUNy5C2TbIzOLHD0pnqK4R+jBUMizuszybQ==
-----END CERTIFICATE-----
`
