/*
Package transfercert lets a host hand secrets to an agent that has just started, by a certificate that the agent makes for the purpose.

The agent calls [New], which makes a fresh key pair and a certificate of it, and sends the certificate, [Cert.Certificate], to the host. The host calls [Seal], which encrypts a secret so that none but that agent can read it. The agent calls [Cert.Open]. The private key is never written, sent or printed: it exists in the memory of the agent and ends with it. A new agent, and one that has been moved, updated or scaled out, makes a new one.

# Certificate

It is valid from 00:00 UTC of the day on which it was made to the same date of the next year; one that was made on 29 February ends on 28 February, by [caldate.Clamp]. So it can be made on every day, and lives for 365 or 366 days. New looks at the dates before it signs, since [x509.CreateCertificate] does not, and afterwards reads the certificate back and compares.

A host whose clock is behind that of the agent at midnight UTC refuses a certificate made in the first moments of the day by [ErrNotYetValid], until its clock reaches midnight too. It is to ask again then, not to give the agent up.

The key is one for P-256. It agrees on the keys by which secrets are encrypted (RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM), and makes one signature in its life, that of its own certificate. That signature is worth having: it proves that who made the certificate holds the very key that opens, and so that nobody passes off the key of another as his own. A key for X25519 cannot sign; its certificate would have to be signed by another key, which proves nothing about the first, and crypto/x509 makes none. Key pairs are to have one purpose only; NIST SP 800-57, part 1, section 5.2, excepts just this, the signature by a key-agreement key when its certificate is made. RFC 5480, section 3, lets such a key be used for key agreement; the certificate says keyAgreement and nothing else, and that it belongs to no authority.

# Authentication

Nothing here tells who made a certificate. Whoever can change what the agent sends can put his own certificate in its place, and read the secret. Therefore compare [Fingerprint] over another way than the certificate came, such as a console, a boot measurement or a channel with keys of its own: [Fingerprint.Check] fails for any other certificate. How the fingerprint travels is for the user to say; a host that skips this trusts its network.

The fingerprint is part of what is sealed as well. A secret that was sealed to a certificate that had been changed on the way, even in a way that left it valid, is not opened by the agent that made the original.

Nor does a sealed secret tell who sealed it: anybody who has the certificate can, and can send an old one again. Name in the context what the secret is for, and when that matters a number that does not come again: [Cert.Open] demands the same context.

# Randomness

New reads all that is random from its argument: 32 bytes, of which RFC 9180, section 7.1.3, derives the key, and 20 for the serial number; the signature needs none (RFC 6979). Equal readers, times and names therefore make equal certificates, which tests may use, and must not otherwise be: pass [crypto/rand.Reader]. The generators of keys in the standard library ignore the readers that they are given from Go 1.26 on. So does crypto/hpke: Seal takes no reader and reads the system's; tests fix it by testing/cryptotest.SetGlobalRandom.

# Errors

Each failure has an error of its own, to be compared by [errors.Is]; see the variables. Nothing panics on what comes from outside, and nothing is returned together with an error. An agent that cannot make its certificate is to report the error before it ends: a host that hears nothing cannot tell this from broken hardware.

The package reads no clock: hosts and agents pass theirs.
*/
package transfercert
