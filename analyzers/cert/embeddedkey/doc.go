/*
Package embeddedkey reports private keys that stand in the source and are put to use outside of tests.

# Reported

A private key that is part of the program and reaches a function that uses it. The key may be

  - a string literal or constant, or a concatenation of them, converted or not, its lines joined;
  - a `[]byte` literal with the DER of the key;
  - text in base64 or hexadecimal that the program decodes;
  - a file embedded with `//go:embed` as a string, as bytes, or in an embed.FS from which it is read;
  - any of these held by a variable, a field, a slice, a map, or returned by a function, in this package or another one of the module.

What uses a key is `tls.X509KeyPair`, the functions of crypto/x509 and golang.org/x/crypto/ssh that parse private keys, those of the JWT and JOSE libraries and of SSH and HTTPS servers that take a key, and functions of the module that pass a parameter or field on to one of these, however many packages away.

There is one finding for each key. It stands where the key does; if the key stands in another package, where it is used.

# Why

Every installation has the same key, and everybody with a copy of the program has it too: strings(1) finds it. Whoever has it can be the server, or sign as the server does, everywhere. It cannot be replaced in one place: renewal needs a new release and its installation, which is how the same expired certificate came to be served in all regions of a cloud for twelve hours on 22 February 2013.

# Example

{{example}}

# Detection

Arguments of the functions above are followed back, over assignments, fields, elements, results and parameters, to constants and embedded files. What is found is decoded and parsed: PKCS #1, PKCS #8, SEC 1, the form of OpenSSH, JSON Web Keys, and the credentials of service accounts of Google. Only what parses is a key.

Patterns of `//go:embed` are resolved by the rules of package embed. The files are read from the directory of the package. Where a name in an embed.FS is not constant, its beginning and end tell which files are meant, or what the callers give.

Exported constants, variables, fields and functions that hold keys are facts for importers, as are functions and fields of which the value reaches a use.

# Silent

The analyzer is silent

  - in _test.go files, in packages and functions for tests (by a word of their names: test, testing, testdata, e2e, fake, mock, fixture; selftest and kat, for tests with known answers that run at the start; or because the package imports "testing"), and for files embedded from directories of such names;
  - about keys that only such code uses, and keys that nothing uses;
  - about placeholders, which do not parse;
  - about a key that goes to `tls.X509KeyPair` with a certificate in the source that does not parse, such as one without the parameters that RFC 3279 demands of RSA: the call fails, and the key authenticates nobody;
  - about encrypted keys, unless the passphrase stands in the source as well;
  - where a comparison with the very text says that it is not used: a default key that the program insists on having replaced;
  - where a switch says that it is on trial: a variable, field or flag with a word such as dev, development, demo or test in its name is true, or one with prod or production is false, or a text equals or does not equal such a word;
  - about certificates and public keys;
  - about files that are read when the program runs, by name.

# Limits

Some uses are not seen: keys that are assembled byte by byte or by formatting, read from an embed.FS under a name of which nothing is known, in PKCS #12 files, or written to a file that is then loaded; calls through interfaces and reflection; secrets of HMAC and other symmetric algorithms, which are no private keys. Programs in a directory of examples count: they are copied as they are. Fields are told apart by their type, not by the object: a key stored in a field reaches every use of that field. In a sandbox that hides embedded files the analyzer says nothing about them.

A wrapper of the module that is only ever given a key as base64 by a package that names no function above is not seen.

# Rewrite or suppress

Create the key at the first start, or have it delivered: a file named by configuration, a secret store, ACME. Serve it through `tls.Config.GetCertificate`, so that a renewed one needs no restart. A key that has been published must be replaced, not moved: it stays in the history of the repository and in every release.

Where a key is meant to be public, as in a demonstration, say so:

	//leapguard:ignore embeddedkey the demo identifies nothing; see docs/demo.md

# Options

None.

# References

  - [CWE-321: Use of Hard-coded Cryptographic Key](https://cwe.mitre.org/data/definitions/321.html)
  - [CWE-798: Use of Hard-coded Credentials](https://cwe.mitre.org/data/definitions/798.html)
  - [RFC 7468](https://www.rfc-editor.org/rfc/rfc7468), textual encodings of keys and certificates
  - [Package embed](https://pkg.go.dev/embed)
*/
package embeddedkey
