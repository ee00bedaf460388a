/*
Package sharedcert reports certificates of the source that identify several servers or clients, and those that expire together.

# Reported

Certificates that are part of the program, as literals or embedded files, and are used with their keys:

  - one certificate that identifies two servers, or a server and a client;
  - one certificate that a loop or map gives to several regions, services or nodes;
  - several certificates that end within a week of each other;
  - one certificate that stands in several packages of the module, in use in each, or that identifies several programs of it.

A certificate that a package variable keeps, once loaded from files, is reported too where it identifies two servers, or several regions, services or nodes.

# Why

What is shared fails together. On 22 February 2013 at 12:29:53 PST a certificate expired with which one service of a cloud identified itself in all regions; those of two other services followed within three minutes. HTTPS to all three failed everywhere for twelve hours. Had every region had its own certificate, with its own end, the first failure would have been a small one and the warning for the rest.

A key that serves several roles also gives whoever steals it all of them.

# Example

{{example}}

# Detection

Certificates are followed from literals and embedded files, through `tls.X509KeyPair`, `tls.Certificate` and `tls.Config`, within the package and from the packages of the module that it imports, to what they identify: `http.Server.TLSConfig`, `tls.Listen`, `tls.NewListener`, `grpc.Creds` for servers; `tls.Dial`, `tls.Dialer`, `http.Transport.TLSClientConfig`, `grpc.WithTransportCredentials` for clients.

Two roles are proven distinct

  - if one is a server and the other a client;
  - if both are HTTP servers, or listeners from which HTTP servers accept, with different handlers: different functions or variables, or results of calls with different functions or constants. Of a handler behind middleware, the one inside counts. No handler is http.DefaultServeMux;
  - if both are listeners of other kinds made by different functions;
  - if both are gRPC servers;
  - if functions of the module start them, and these are different functions, or are called with different handlers or with different constant names;

and, in all these cases, if they do not exclude each other as the branches of an if statement do.

A loop or map proves several roles if the certificate is the same in every iteration though the handler is not, or though a name is not: a key of a map of `tls.Certificate`, `*tls.Config` or `*http.Server`, or an argument of the function that starts a server, of which two or more constant values are known. A name consists of letters, digits, blanks, hyphens, underscores and slashes. Addresses and host names are no names: one service may have several.

For certificates that end together no reference date is needed. The week counts from the first of them. Certificates that are valid for 30 years or longer do not count.

Copies of a certificate are found by its fingerprint, once all packages of the run are analysed. Only the command does that: go vet and golangci-lint see one package at a time. A certificate identifies a program if the main package itself puts it to use. Examples do not count: packages below a directory of that name, demo or sample.

There is one finding for each certificate, where the second role begins, or in the second package by path; and one for each group that ends together, where the last of them is put to use. Related positions give every role and certificate.

# Silent

The analyzer is silent

  - about one service on several ports or addresses;
  - about certificates that do not come from the source, package variables aside: files loaded at run time, results of `GetCertificate`, generated ones;
  - about a server and a client with one pair that a variable keeps: a peer is both;
  - about ends that lie before the reference date, if there is one: these are expiredcert's;
  - about trust roots, which are in `RootCAs` or `ClientCAs` and identify nobody, and about texts of more than ten certificates;
  - where several certificates are possible and which one is used is unknown;
  - in tests, in packages for tests and behind switches for development, as embeddedkey describes.

# Limits

Roles are compared within a package. A certificate that two programs have through a package which serves with it is not seen. A pair that is loaded from files and kept in a local variable, a field or a variable of another package is not followed. Names in a loop must be constants of the package: regions that come from configuration are not known. Servers whose kinds differ, an HTTP server and a listener of another protocol say, are not compared.

# Rewrite or suppress

Give every role its own certificate from a store or an issuer, through `tls.Config.GetCertificate`, and let their ends lie apart: an issuer that adds some days of jitter to each lifetime is enough. A release that carries certificates is to be marked as urgent, and the alarm is to look at what is served.

	//leapguard:ignore sharedcert both ports are one service behind one name

# Options

None.

# References

  - [Details of the February 22nd 2013 Windows Azure storage disruption](https://azure.microsoft.com/en-us/blog/details-of-the-february-22nd-2013-windows-azure-storage-disruption/)
  - [RFC 5280, section 4.1.2.5](https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5), validity
  - [CWE-1394: Use of Default Cryptographic Key](https://cwe.mitre.org/data/definitions/1394.html)
*/
package sharedcert
