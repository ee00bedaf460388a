/*
Package noskew reports certificates for others that are not valid before the moment of their creation.

# Reported

A template whose NotBefore is the present when it reaches `x509.CreateCertificate`, outside of tests, if the certificate leaves the process: it is written, or returned from an exported function.

# Why

Clocks differ. A peer whose clock is thirty seconds slow refuses a certificate that has just been created: "certificate has expired or is not yet valid". What follows is a handshake that fails on some hosts, for some seconds after each renewal, and is not to be reproduced later. The shorter certificates live, the more often it happens. Issuers therefore set NotBefore back, by minutes up to an hour.

# Example

{{example}}

# Detection

For each call of `x509.CreateCertificate` the analyzer follows NotBefore of the template backward, as weakserial describes, and computes it as badvalidity does. It follows the certificate forward, through `pem.Encode`, buffers, structs and functions of the package, to writes and to returns from exported functions.

# Silent

The analyzer is silent

  - about a NotBefore that is set back, or not known;
  - about certificates that stay in the process, in a `tls.Certificate` or a pool;
  - in tests, and in packages, files and functions for tests, by a word of their names such as test, fake or mock.

# Limits

A certificate that is returned in a `tls.Certificate` is taken for the process's own. What sends it through an interface or a library is not seen.

# Rewrite or suppress

	now := time.Now().UTC()
	template.NotBefore = now.Add(-5 * time.Minute)

The suggested fix does that in place. The certificate then lives five minutes longer than before, as counted from NotBefore.

	//leapguard:ignore noskew the peer is the same host

# Options

None.

# References

  - [RFC 5280, section 4.1.2.5](https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5), validity
  - [Where the Wild Warnings Are](https://dl.acm.org/doi/10.1145/3133956.3134007), wrong clocks as a cause of certificate errors
  - [CWE-298: Improper Validation of Certificate Expiration](https://cwe.mitre.org/data/definitions/298.html)
*/
package noskew
