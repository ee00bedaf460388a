/*
Package certfatal reports libraries that end the process where a certificate or key cannot be made or loaded.

# Reported

`log.Fatal`, `os.Exit`, `panic` and all else that does not return, where one of these fails:

  - `x509.CreateCertificate`, `x509.CreateCertificateRequest`;
  - `tls.X509KeyPair`, `tls.LoadX509KeyPair`;
  - `GenerateKey` of crypto/rsa, crypto/ecdsa and crypto/ed25519, in files for versions of Go before 1.24;
  - a function of the package that returns the error of one of these;

in a package that is not part of a command.

# Why

On 29 February 2012 an agent could not make its certificate, since the day on which it was to end did not exist. It ended. Whoever had started it saw an agent that did not answer, tried again, and after three times held the machine to be broken; its work was moved to other machines, where the same agent ended in the same way. The error that told the reason had been at hand all along.

A package cannot know whether there is a certificate from before that is still valid, whether a later attempt can succeed, or who has to be told. Its caller can.

# Example

{{example}}

# Detection

The error of the call is followed to its comparison with nil. What does not return is looked for in the branch that is taken where it is not nil: functions of a table of common loggers and frameworks, and functions of the module of which no path returns.

# Silent

The analyzer is silent

  - in main packages, in packages below a directory cmd, commands, cli, examples, samples, hack or tools, in tests and in packages for tests;
  - in functions whose names begin with Must or contain Fatal, OrPanic or OrDie, in init, and in initialisers of package variables;
  - about pairs that stand in the source;
  - about `GenerateKey` from Go 1.24 on, where it does not fail.

# Limits

Errors that travel through fields, channels or functions of other packages are not followed.

# Rewrite or suppress

Return the error, wrapped in what was to be made. Keep the certificate from before while it is valid, and try again.

	//leapguard:ignore certfatal called by main only, before anything is served

# Options

None.

# References

  - [Summary of Windows Azure service disruption on Feb 29th, 2012](https://azure.microsoft.com/en-us/blog/summary-of-windows-azure-service-disruption-on-feb-29th-2012/)
  - [Go 1.24 release notes, crypto/rand](https://go.dev/doc/go1.24#cryptorandpkgcryptorand)
  - [CWE-705: Incorrect Control Flow Scoping](https://cwe.mitre.org/data/definitions/705.html)
*/
package certfatal
