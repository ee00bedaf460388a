/*
Package certdrop reports errors and results that are dropped though certificates, keys or their verification depend on them.

# Reported

  - The result of `CertPool.AppendCertsFromPEM`, which is false where the text holds no certificate: a new pool stays empty, and every handshake fails; that of the system lacks the authority that was to be added.
  - The errors of `x509.ParseCertificate`, `ParseCertificates`, `ParseCertificateRequest`, `ParsePKCS1PrivateKey`, `ParsePKCS8PrivateKey`, `ParseECPrivateKey`, `ParsePKIXPublicKey`, `CreateCertificate`, `CreateCertificateRequest`, `tls.X509KeyPair` and `tls.LoadX509KeyPair`, where what follows uses the other result, which is nil or empty then.
  - The errors of `Verify`, `VerifyHostname`, `CheckSignature` and `CheckSignatureFrom`: such a call has no other purpose.
  - `pem.Decode` whose block is used but not tested for nil, as it is where the text is not PEM.
  - The errors of `GenerateKey`, in files for versions of Go before 1.24; `rsa.GenerateKey` also later, if the number of bits is not constant: fewer than 1024 are refused.

An error is dropped if it is assigned to `_`, or if the call stands alone; the result of AppendCertsFromPEM only if the call stands alone.

# Why

These calls fail on the day on which someone puts a new file in place: a bundle in DER instead of PEM, a key of the previous certificate, a file that is not complete yet. The program starts all the same. Then it panics with a nil pointer in a place that names no file, or every connection fails with "certificate signed by unknown authority" or "no certificates configured", and whoever is on call suspects the other side.

# Example

{{example}}

# Detection

Calls that drop what they return are found in the syntax. The other result is then followed through variables, closures and conversions to what goes wrong if it is nil or empty: a field or method of it, a type assertion, an element, a function of crypto/tls, crypto/x509 or encoding/pem that gets it; any use of an empty encoding or `tls.Certificate`.

Where the function returns an error and zero values for the other results can be written, a fix returns the error. It changes what the program does, so it has to be asked for.

# Silent

The analyzer is silent if

  - the text stands in the source, is embedded, or was encoded by the program itself, in another function or package too, or is a file that Kubernetes puts into every container, which a function of the package may leave out where it cannot be read;
  - the text comes from an unexported field that the package sets to nothing but such texts, or to texts that are examined where they are stored;
  - the bytes have been parsed before: `Raw` of a certificate, an element of `tls.Certificate.Certificate`, the chain that crypto/tls gives to `VerifyPeerCertificate`, or a text that the function passes to another function whose name says that it parses, decodes, verifies or checks it, or looks for a prefix of, or that it adds to a pool once more without dropping the result;
  - every caller of an unexported function passes such a text;
  - what is parsed or decoded comes from a field, or from a function of another package, which may have parsed or encoded it: of those two kinds of calls, only what comes from files, streams, the environment or maps counts, what other modules may pass to an exported function that reads texts by its name, such as ParseKey or PublicFromPEM, and can return an error, and, with the option `parameters`, what callers in other packages pass to any exported function;
  - the other result is compared with nil, asserted with `, ok`, or its length is tested;
  - a certificate is made, in a function that is given no texts, of a template that it writes and of keys that it draws: it can be made on every run, or on none;
  - the other result is only returned or stored, so that others may test it; this does not apply to encodings and `tls.Certificate`;
  - the files of a directory, or one file after the other, are added to a pool, not all of which need be certificates;
  - the pool becomes ClientCAs of a `tls.Config` in a package that never sets ClientAuth, so that no client is asked for a certificate;
  - the pool is compared or listed, or becomes part of `x509.VerifyOptions` in the same function or in one that it is passed to, where Verify tells that roots are missing;
  - the pool goes nowhere but into the RootCAs of a `tls.Config` that the function sets to verify nothing: InsecureSkipVerify is true, and no callback verifies;
  - in tests and in packages for tests, such as those of a directory integration in the root of the module.

# Limits

  - An error that is kept in a variable and then overwritten is not seen; `staticcheck` reports that as SA4006.
  - Results that travel through package variables, fields or other functions are not followed.
  - That a text was validated in another function is not seen, but where it is stored to a field.
  - A template whose fields come from files or the environment, read in the function itself, counts as one that the function writes.

# Rewrite or suppress

Return the error, or start without what cannot be read and say so in the log. Where the text is optional, say why:

	//leapguard:ignore certdrop the bundle is optional, the roots of the system remain

# Options

{{options}}

# References

  - [CertPool.AppendCertsFromPEM](https://pkg.go.dev/crypto/x509#CertPool.AppendCertsFromPEM) reports whether any certificates were parsed
  - [pem.Decode](https://pkg.go.dev/encoding/pem#Decode): if no PEM data is found, the block is nil
  - [Go 1.24 release notes, crypto/rand](https://go.dev/doc/go1.24#cryptorandpkgcryptorand)
  - [CWE-252: Unchecked Return Value](https://cwe.mitre.org/data/definitions/252.html)
*/
package certdrop
