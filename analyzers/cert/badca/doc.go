/*
Package badca reports flags of a certificate that contradict each other, and certificates of servers that name no server.

# Reported

A template that reaches `x509.CreateCertificate`, outside of tests, with

  - IsCA but not BasicConstraintsValid;
  - IsCA and a KeyUsage without KeyUsageCertSign;
  - KeyUsageCertSign but not IsCA;
  - MaxPathLen 0 but not MaxPathLenZero, where the package makes the certificate of another CA below that one: the template is the parent, or that of a root while the parent of the other is not known; elsewhere only with the option `pathlen`, which the strict profile sets;
  - MaxPathLenZero beside a MaxPathLen that is greater;
  - MaxPathLen or MaxPathLenZero but not IsCA;
  - ExtKeyUsageServerAuth but none of DNSNames, IPAddresses, URIs and EmailAddresses, and not IsCA.

# Why

`x509.CreateCertificate` writes IsCA and MaxPathLen only if BasicConstraintsValid is true. Without it, the certificate is none of a CA, and all that it signs is refused: "parent certificate cannot sign this kind of certificate". The same comes of a key usage without the right to sign certificates, and of that right without IsCA. The issuer itself works; what fails is every handshake with a certificate of it.

MaxPathLen 0 means "not set" unless MaxPathLenZero is true. Who writes it to forbid further CAs forbids nothing. A program that only ever signs leaves seldom means to forbid anything by it.

A certificate of a server is compared with the name in the address, and only its subject alternative names count: Go does not look at CommonName since 1.15, browsers do not since 2017.

# Example

{{example}}

# Detection

For each call of `x509.CreateCertificate` the analyzer follows the fields of the template backward, as weakserial describes, to all values that they may have. KeyUsage may be combined of several steps. A contradiction is reported if it holds on all paths.

# Silent

The analyzer is silent

  - about masks and flags that are not constant, or not the same on all paths;
  - where the template goes through code that is not seen, such as functions that are given as options;
  - about CA flags of a self-signed certificate that becomes part of a `tls.Certificate` and goes nowhere else, if it signs no other: clients meet it in a handshake and could not trust it anyhow;
  - about IsCA without BasicConstraintsValid in a self-signed certificate of a server or client with names, in packages that sign no other certificate: trusted or not, it is so for itself;
  - about KeyUsageCertSign in a self-signed certificate with the four usages of OPC UA, which demands it;
  - about KeyUsageCertSign in a self-signed certificate without a subject and names, which nobody verifies;
  - about missing names in a self-signed certificate, in packages that import neither crypto/tls nor net/http: it may sign messages;
  - about a KeyUsage that is not set, which allows everything;
  - about templates whose ExtraExtensions may be basic constraints or a key usage, which count instead of the flags: what is not a literal with constant identifiers may be anything;
  - about names in ExtraExtensions;
  - about missing names in a certificate that is of a client as well and self-signed, or for a use of its own (UnknownExtKeyUsage): such peers know each other by their keys, or by the subject;
  - about a KeyUsage that only encrypts, in a self-signed certificate: it carries the key to those who encrypt;
  - about missing names, in packages that set how peers are verified: InsecureSkipVerify, VerifyPeerCertificate, VerifyConnection or ServerName of a `tls.Config`;
  - about missing names where a word of the path of the package, of the name of the file or of a text in the package is OpenVPN or ovpn, the suffix of its profiles: its clients look at usages and the subject, never at alternative names;
  - where the certificate that is created is not used;
  - in tests, and in packages, files and functions for tests, by a word of their names such as test, fake or mock.

# Limits

A certificate of a server that only ever serves clients which compare keys is reported if those clients are in another package. Other modules that create certificates are not known.

# Rewrite or suppress

The certificate of a CA:

	BasicConstraintsValid: true,
	IsCA:                  true,
	KeyUsage:              x509.KeyUsageCertSign | x509.KeyUsageCRLSign,
	MaxPathLen:            0,
	MaxPathLenZero:        true,

A self-signed certificate that signs no other needs no IsCA to be trusted: it may stand in a pool of roots itself.

	//leapguard:ignore badca clients know the key and do not look at names

# Options

{{options}}

# References

  - [RFC 5280, section 4.2.1.9](https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.9), basic constraints
  - [RFC 5280, section 4.2.1.3](https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.3), key usage
  - [OPC 10000-6, section 6.2](https://reference.opcfoundation.org/Core/Part6/v105/docs/6.2), certificates of OPC UA
  - [RFC 9525, section 2](https://www.rfc-editor.org/rfc/rfc9525#section-2), names of services
  - [Go 1.15 release notes](https://go.dev/doc/go1.15#commonname), CommonName
  - [CWE-295: Improper Certificate Validation](https://cwe.mitre.org/data/definitions/295.html)
*/
package badca
