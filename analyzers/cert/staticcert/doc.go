/*
Package staticcert reports servers that read their certificate once, in packages that have no way to use a renewed one.

# Reported

  - `ListenAndServeTLS` and `ServeTLS` of net/http with names of files, and `RunTLS` of gin, `StartTLS` of echo, `ListenTLS` of fiber, `ListenAndServeTLS` of fasthttp, `credentials.NewServerTLSFromFile` of gRPC;
  - `tls.LoadX509KeyPair`, if the pair is in the `Certificates` of a configuration by which a server identifies itself: `tls.Listen`, `tls.NewListener`, `http.Server.TLSConfig`, `grpc.Creds`.

# Why

These functions read the files when the server starts, and never again. A certificate that lives for 90 days is renewed every 60; the new one lies beside the server, monitoring that reads the file is content, and on day 90 every handshake fails, until someone restarts the process. On 22 February 2013 a cloud's storage was down for twelve hours in all regions though the renewed certificates had been in the store for weeks.

# Example

{{example}}

# Detection

Configurations are followed within a function, and out of functions of the package that return them. A package has a way to renew if it names `GetCertificate`, `GetConfigForClient`, SIGHUP, SIGUSR1 or SIGUSR2, imports a package that watches files or renews certificates (fsnotify, certwatcher, autocert, certmagic, dynamiclistener, go-spiffe and the like), or has a name with reload, rotat or restart in it.

# Silent

The analyzer is silent

  - about clients;
  - if the package has a way to renew, whether or not it applies to this server;
  - if the server is started in a loop, so that it may be started again, or the pair is loaded in a function literal, which may be called for each connection;
  - if the server is started in a method of an object that commands start and end: function literals that are registered under names, one of which calls that method, and another one a method of the same type that shuts a server down;
  - in methods, if the package registers in an init function how its objects are made, and shuts servers down: such objects are made anew when their configuration is read again;
  - if the credentials are dropped, and only the error is looked at;
  - if the names are those of files that the program has opened itself, as temporary ones;
  - if the program writes the file of the certificate itself before it serves, whatever the file held before, and the package does so in one place and in no loop: what it wrote then is never renewed. That is so where it calls os.WriteFile, os.Create or os.OpenFile with O_TRUNC on that name, or a function of the package that does so whenever it succeeds, in the function or in all of those of the package that call it; or where the name is in a field that the package which declares it, and creates certificates, sets to names only of files that it has just written;
  - if control comes there only where a switch says that the program is in development, in a test or a demonstration, or not in production: a variable, field or flag with such a word in its name, a function such as IsProd, or a variable of the environment that is compared with such a word; or if it never comes there, since a condition is constant;
  - if the certificate is in a file whose name begins with localhost;
  - if the address is a constant that begins with localhost or 127.0.0.1;
  - in examples, samples, demonstrations, tools for developers, tests and packages for tests, also if that is where the module lies in its repository.

# Limits

  - That the process is replaced when the certificate is, as some deployments do, is not in the source.
  - A way to renew in another package is not seen, nor is that this package's server is stopped and started from there.
  - A program that makes the files only where there are none is reported: who puts others there, or removes them, has to restart it. So is one whose files a function of another package writes, but for such fields.
  - A server that the package exports, and only a demonstration elsewhere starts, is reported.
  - Pairs made of texts, by `tls.X509KeyPair`, are not looked at, nor are pools of client authorities.

# Rewrite or suppress

Give the server a `GetCertificate` that reads the files again when they have changed, and keeps the old pair if the new one does not parse or match. Ready-made: `certwatcher` of controller-runtime, certmagic, dynamiclistener, go-spiffe.

	//leapguard:ignore staticcert the deployment replaces the pod when the secret changes

# Options

None.

# References

  - [http.Server.ListenAndServeTLS](https://pkg.go.dev/net/http#Server.ListenAndServeTLS)
  - [tls.Config, GetCertificate](https://pkg.go.dev/crypto/tls#Config)
  - [Details of the February 22nd 2013 Windows Azure storage disruption](https://azure.microsoft.com/en-us/blog/details-of-the-february-22nd-2013-windows-azure-storage-disruption/)
  - [CWE-298: Improper Validation of Certificate Expiration](https://cwe.mitre.org/data/definitions/298.html)
*/
package staticcert
