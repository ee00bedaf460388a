package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"encoding/pem"
	"math/big"
	"net"
	"slices"
	"strings"
	"time"
)

// A certificate is signed by its own key, or by that of its issuer.
type certificate struct {
	host                string
	notBefore, notAfter time.Time
	ca                  bool
	issuer              string // name of another certificate, "" for none
}

// keyOf derives a key on P-256 from a name.
func keyOf(name string) (*ecdsa.PrivateKey, error) {
	scalar := sha256.Sum256([]byte("leapguard fixture " + name))
	return ecdsa.ParseRawPrivateKey(elliptic.P256(), scalar[:])
}

// pemOf returns the PEM text of a fixture. "x.crt" is the certificate x, "x.key"
// its key in the form of SEC 1, "x.p8" the key in PKCS #8, "x.pair" certificate
// and key, "x.ssh" the key in the form of OpenSSH, and "x.ssh-locked" and
// "x.locked" are encrypted keys. Two are no PEM: "x.jwk" is a JSON Web Key and
// "x.json" the credentials of a service account of Google.
func pemOf(name string) ([]byte, error) {
	base, form, _ := strings.Cut(name, ".")
	switch form {
	case "pair":
		cert, err := pemOf(base + ".crt")
		if err != nil {
			return nil, err
		}
		key, err := pemOf(base + ".key")
		return append(cert, key...), err
	case "locked":
		return lockedPEM(base)
	case "jwk":
		return jsonWebKey(base)
	case "json":
		return accountJSON(base)
	}
	kind, der, err := derOf(name)
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), nil
}

func derOf(name string) (kind string, der []byte, err error) {
	base, form, _ := strings.Cut(name, ".")
	key, err := keyOf(base)
	if err != nil {
		return "", nil, err
	}
	switch form {
	case "crt":
		der, err = certificateDER(base)
		return "CERTIFICATE", der, err
	case "p8":
		der, err = x509.MarshalPKCS8PrivateKey(key)
		return "PRIVATE KEY", der, err
	case "ssh", "ssh-locked":
		der, err = opensshBody(key, form == "ssh-locked")
		return "OPENSSH PRIVATE KEY", der, err
	}
	der, err = x509.MarshalECPrivateKey(key)
	return "EC PRIVATE KEY", der, err
}

// lockedPEM encrypts a key in the manner of RFC 1421, which many old files use.
func lockedPEM(name string) ([]byte, error) {
	key, err := keyOf(name)
	if err != nil {
		return nil, err
	}
	der, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return nil, err
	}
	iv := sha256.Sum256([]byte(name))
	//nolint:staticcheck // what the checks are to recognise is deprecated
	block, err := x509.EncryptPEMBlock(bytes.NewReader(iv[:]), "EC PRIVATE KEY", der, []byte("secret"), x509.PEMCipherAES128)
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(block), nil
}

// jsonWebKey writes a key as RFC 7518, section 6.2, describes.
func jsonWebKey(name string) ([]byte, error) {
	key, err := keyOf(name)
	if err != nil {
		return nil, err
	}
	point, err := key.PublicKey.Bytes()
	if err != nil {
		return nil, err
	}
	scalar, err := key.Bytes()
	if err != nil {
		return nil, err
	}
	encode := base64.RawURLEncoding.EncodeToString
	// A point begins with a byte that says that it is not compressed.
	x, y := point[1:1+len(scalar)], point[1+len(scalar):]
	return json.Marshal(struct {
		Type  string `json:"kty"`
		Curve string `json:"crv"`
		X     string `json:"x"`
		Y     string `json:"y"`
		D     string `json:"d"`
	}{"EC", "P-256", encode(x), encode(y), encode(scalar)})
}

// accountJSON writes a key as the console of Google Cloud does.
func accountJSON(name string) ([]byte, error) {
	key, err := pemOf(name + ".p8")
	if err != nil {
		return nil, err
	}
	return json.MarshalIndent(struct {
		Type  string `json:"type"`
		Key   string `json:"private_key"`
		Email string `json:"client_email"`
	}{"service_account", string(key), "fixture@example.iam.gserviceaccount.com"}, "", "  ")
}

// opensshBody writes a key as PROTOCOL.key of OpenSSH describes. The private
// part of a locked one is not decryptable.
func opensshBody(key *ecdsa.PrivateKey, locked bool) ([]byte, error) {
	point, err := key.PublicKey.Bytes()
	if err != nil {
		return nil, err
	}
	scalar, err := key.Bytes()
	if err != nil {
		return nil, err
	}
	public := sshStrings([]byte("ecdsa-sha2-nistp256"), []byte("nistp256"), point)
	private := slices.Concat(make([]byte, 8), public, sshStrings(scalar, []byte("fixture")))
	for pad := byte(1); len(private)%8 != 0; pad++ {
		private = append(private, pad)
	}
	cipher, kdf, options := "none", "none", []byte(nil)
	if locked {
		cipher, kdf, options = "aes256-ctr", "bcrypt", sshStrings(make([]byte, 16))
	}
	head := append([]byte("openssh-key-v1\x00"), sshStrings([]byte(cipher), []byte(kdf), options)...)
	head = append(head, 0, 0, 0, 1)
	return append(head, sshStrings(public, private)...), nil
}

func sshStrings(parts ...[]byte) []byte {
	var out []byte
	for _, part := range parts {
		out = binary.BigEndian.AppendUint32(out, uint32(len(part)))
		out = append(out, part...)
	}
	return out
}

func certificateDER(name string) ([]byte, error) {
	c := certificateOf(name)
	template := c.template(name)
	parent, signer := template, name
	if c.issuer != "" {
		parent, signer = certificateOf(c.issuer).template(c.issuer), c.issuer
	}
	key, err := keyOf(name)
	if err != nil {
		return nil, err
	}
	signerKey, err := keyOf(signer)
	if err != nil {
		return nil, err
	}
	return x509.CreateCertificate(nil, template, parent, &key.PublicKey, signerKey)
}

// certificateOf returns the certificate of a name; one that is not listed is of
// localhost and lives as long as the others of its kind.
func certificateOf(name string) certificate {
	for _, list := range []map[string]certificate{certificates, ends} {
		if c, ok := list[name]; ok {
			return c
		}
	}
	return certificate{
		host:      "localhost",
		notBefore: time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC),
		notAfter:  time.Date(2034, time.January, 1, 0, 0, 0, 0, time.UTC),
	}
}

func (c certificate) template(name string) *x509.Certificate {
	serial := sha256.Sum256([]byte("leapguard serial " + name))
	t := &x509.Certificate{
		SerialNumber:          new(big.Int).SetBytes(serial[:16]),
		Subject:               pkix.Name{CommonName: c.host},
		NotBefore:             c.notBefore,
		NotAfter:              c.notAfter,
		BasicConstraintsValid: true,
		IsCA:                  c.ca,
		KeyUsage:              x509.KeyUsageDigitalSignature,
	}
	if c.ca {
		t.KeyUsage = x509.KeyUsageCertSign
		return t
	}
	t.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
	t.DNSNames = []string{c.host}
	if c.host == "localhost" {
		t.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1)}
	}
	return t
}
