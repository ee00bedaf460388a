/*
Package noverify reports callbacks that are to verify certificates and accept all of them, and identities that are read from certificates which nothing verifies.

# Reported

  - A function in `VerifyPeerCertificate` or `VerifyConnection` of a `tls.Config` that returns nil on every path, where crypto/tls itself verifies nothing: with `InsecureSkipVerify`, or on a server with `ClientAuth: tls.RequireAnyClientCert`.
  - `ClientAuth: tls.RequireAnyClientCert` or `tls.RequestClientCert`, without a callback, in a package that takes the identity of a client from `PeerCertificates` and in which nothing verifies or recognises a certificate.

# Why

`InsecureSkipVerify` says that the program verifies the peer by itself, because the certificate has no host name, say. If the callback then only logs what Verify returns, the connection is as good as not encrypted against anyone in between, though the code looks as if it were, and so do reviews. Tools that look for `InsecureSkipVerify` are told "it is verified below".

With `RequireAnyClientCert` a client proves that it has the key of the certificate that it sends, and anyone can make a certificate with any name. The common name of such a certificate is what the client likes to be called. The verified ones are in `VerifiedChains`.

# Example

{{example}}

# Detection

The fields that a function sets of one `tls.Config` are looked at together. Callbacks are followed to function literals, functions, methods and literals that a function of the package returns. A callback accepts everything if each return statement returns nil, and all that it does besides is to compute, to log, and to ask functions whose names contain verify, valid or check for a verdict that is then not used.

An identity is the subject or an alternative name of an element of `PeerCertificates` that is compared, looked up, returned, stored in a field, or passed to a function that does not log it.

# Silent

The analyzer is silent

  - about `InsecureSkipVerify` alone, which gosec reports as G402;
  - without `InsecureSkipVerify` on clients, and with `RequireAndVerifyClientCert` or `VerifyClientCertIfGiven` on servers: crypto/tls verifies, the callback only adds to that;
  - if `InsecureSkipVerify` is set to anything but true, or the callback is set where a condition asks for a switch named insecure, skip, verify, trust, test and the like, or in a function whose name says so;
  - about callbacks that return an error on some path: pins, fingerprints, names, SPIFFE IDs, chains;
  - about callbacks that keep what they see in a variable, field or channel, for a scanner or for someone who decides later, that panic, or that call functions of which it is not known what they do;
  - about callbacks that return nil at once in the configuration of an HTTP client that a function makes only to Get or Head something with: it looks at whatever answers, and sends nothing along;
  - with `InsecureSkipVerify`, if the package reads `PeerCertificates` of a connection or response after the handshake: it may verify the peer there;
  - if one of two callbacks of a configuration is such a callback;
  - about identities if the package reads verified chains, calls a function with verif, fingerprint, trusted or spiffe in its name, uses the encoding, the key or the serial number of a certificate, compares certificates, or gives them to another package;
  - in tests and in packages for tests.

# Limits

  - Callbacks in other packages and in variables are not followed.
  - The server and what reads the identity must be in one package.
  - A callback that rejects too little, by comparing a name that nothing proves, is not reported.
  - `HostKeyCallback` of SSH is not looked at; gosec reports `ssh.InsecureIgnoreHostKey` as G106.

# Rewrite or suppress

Return what Verify returns, or let crypto/tls verify: set `ServerName` to the name that the certificate has, and `RootCAs` to the pool that is to be trusted. For clients of a server, set `ClientAuth: tls.RequireAndVerifyClientCert` and `ClientCAs`, and read `VerifiedChains[0][0]`.

	//leapguard:ignore noverify the prober reports expired certificates, so it has to connect

# Options

None.

# References

  - [tls.Config](https://pkg.go.dev/crypto/tls#Config): VerifyConnection runs whatever InsecureSkipVerify or ClientAuth is set to
  - [tls.ClientAuthType](https://pkg.go.dev/crypto/tls#ClientAuthType)
  - [CWE-295: Improper Certificate Validation](https://cwe.mitre.org/data/definitions/295.html)
*/
package noverify
