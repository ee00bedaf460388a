package pki

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/big"
)

// opensshMagic begins the body of an "OPENSSH PRIVATE KEY" block; see
// PROTOCOL.key in the sources of OpenSSH.
const opensshMagic = "openssh-key-v1\x00"

// opensshKey reads the clear part of a key in OpenSSH's own format: cipher,
// key derivation, count of keys and public key.
func opensshKey(body []byte) (Key, bool) {
	rest, ok := bytes.CutPrefix(body, []byte(opensshMagic))
	if !ok {
		return Key{}, false
	}
	cipher, rest, ok1 := sshString(rest)
	_, rest, ok2 := sshString(rest) // name of the key derivation function
	_, rest, ok3 := sshString(rest) // its options
	if !ok1 || !ok2 || !ok3 || len(rest) < 4 || binary.BigEndian.Uint32(rest) != 1 {
		return Key{}, false
	}
	public, rest, ok1 := sshString(rest[4:])
	private, _, ok2 := sshString(rest)
	kind, ok3 := sshKind(public)
	if !ok1 || !ok2 || !ok3 || len(private) < 64 {
		return Key{}, false
	}
	key := Key{Kind: kind, ID: digest(public)}
	if string(cipher) != "none" {
		key.Kind, key.Encrypted = "encrypted "+kind, true
	}
	return key, true
}

// sshKind describes a public key in the wire format of RFC 4253, section 6.6.
func sshKind(public []byte) (string, bool) {
	name, rest, ok := sshString(public)
	if !ok {
		return "", false
	}
	switch string(name) {
	case "ssh-rsa":
		_, rest, ok1 := sshString(rest) // public exponent
		modulus, _, ok2 := sshString(rest)
		return fmt.Sprintf("RSA %d-bit", new(big.Int).SetBytes(modulus).BitLen()), ok1 && ok2
	case "ssh-ed25519":
		return "Ed25519", true
	case "ecdsa-sha2-nistp256":
		return "ECDSA P-256", true
	case "ecdsa-sha2-nistp384":
		return "ECDSA P-384", true
	case "ecdsa-sha2-nistp521":
		return "ECDSA P-521", true
	}
	return "", false
}

// sshString splits off a string of RFC 4251, section 5: a length of four bytes
// and as many bytes.
func sshString(b []byte) (s, rest []byte, ok bool) {
	if len(b) < 4 {
		return nil, nil, false
	}
	n := binary.BigEndian.Uint32(b)
	if uint64(n) > uint64(len(b)-4) {
		return nil, nil, false
	}
	return b[4 : 4+n], b[4+n:], true
}
