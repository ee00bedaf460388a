/*
Package weakserial reports certificates with a serial number that is constant, predictable or short.

# Reported

A template with a serial number that reaches `x509.CreateCertificate`, outside of tests, and is

  - constant: `big.NewInt(1)`; 0 in particular;
  - the clock: `big.NewInt(time.Now().Unix())`; in nanoseconds and microseconds only with the option `clock`;
  - a number of math/rand;
  - a number that counts in memory, from a constant on, and so begins anew with every run of the program;
  - random, but of fewer than 48 bits, or as many as the option `bits` says.

A constant number other than 0 is reported where two certificates that one key signs may share it:

  - the key of the authority comes from elsewhere: from a caller that is not seen, a file, a secret, a field, a function of another package;
  - the key is drawn anew, but signs more than one certificate of that number, in a loop or by several calls;
  - the certificate of the authority, made with it, has the same number: the second one is reported;
  - the package gives the number to another certificate as well, signed by a key that may be that of the authority, loaded again.

With the option `fresh`, which the strict profile sets, every constant number of a certificate that another key signs is reported, and also that of a certificate signed by its own key.

Of certificates signed by their own keys the constant number 0 is reported too; without the option, nothing else is.

The finding stands where the number is stored to the template; if a parameter brings it, at the argument; if it is counted, where the counter starts.

# Why

A certificate is known by its issuer and its serial number: RFC 5280 demands that no two have the same. Whatever is created again, at the next start or for the next installation, under the same issuer's name and with the same number, is refused by those who have seen the first one: Firefox answers SEC_ERROR_REUSED_ISSUER_AND_SERIAL, and there is no button to go on. Revocation lists name certificates by nothing but the number: to revoke one is to revoke all.

Who finds an issuer by its key, as Go and Kubernetes do, sees no conflict as long as each authority has a key of its own and gives each number once, whatever the names are. The option `fresh` is for authorities that browsers are to trust, or that revoke.

Numbers must be positive. `x509.CreateCertificate` accepts 0 still; that this becomes an error is decided (golang/go#79855), and then the issuer ends.

Numbers that can be told beforehand once made it possible to forge a certificate, with a collision of MD5 in 2008. Since then serial numbers hold at least 64 random bits.

# Example

{{example}}

# Detection

For each call of `x509.CreateCertificate` the analyzer follows the field SerialNumber of the template backward: over assignments, copies, functions that make or fill the template, and callers that pass it, also those in other packages of the module. What is overwritten before the call, by an assignment or by a method such as `Set`, does not count.

Then it follows the number itself: over variables, arguments and results to constants, clocks, generators of random numbers and fields that are only ever set to a constant or increased by a constant.

The key that signs is followed in the same way to GenerateKey of crypto/rsa, crypto/ecdsa and crypto/ed25519: over variables, results and arguments of functions that only the package calls, and fields of objects that the package makes and fills in one place. It counts as drawn anew if the function in which it is drawn, itself or in functions that it calls, signs with it once for each key that it draws.

# Silent

The analyzer is silent

  - about a serial number that is nil: from Go 1.24 on `x509.CreateCertificate` generates one, of 159 random bits;
  - about numbers that are overwritten on every path to the call;
  - about numbers that are not known: those of parameters of exported functions, of configuration, of a store;
  - about random numbers of 48 bits or more, such as those below `math.MaxInt64`, and the clock in nanoseconds: nobody creates so many certificates, or two in so short a time. The strict profile has both;
  - about what stands in for a random number after an error, or for one that is 0;
  - without the option `fresh`, about a constant number other than 0 of a certificate signed by its own key, and of the one certificate of that number that a key signs which is drawn anew for it;
  - without the option `fresh`, about a constant number other than 0 of a certificate that only becomes part of a request for another one: it shows who has the key;
  - about numbers of certificates signed by their own keys that are not constant: nobody gains from guessing them;
  - about certificates signed by their own keys that are valid for a day at most;
  - about certificates signed by their own keys in examples, and those valid from a date that the code names: they are made to be the same each time;
  - with the option `fresh`, about a constant number other than 0 of a CA signed by its own key, if the package gets the numbers of what it issues from elsewhere, such as a store that counts: the root is made once, and has the first. Where it makes the two together, or draws those numbers at random, the root is reported;
  - in functions and files with "Challenge" or "ALPN" in their names, whose certificates are looked at once;
  - where the certificate that is created is not used;
  - about a certificate signed by its own key with no subject, no names and no times: it carries the key, and whoever accepts it compares that;
  - in tests, and in packages, files and functions for tests, by a word of their names such as test, fake or mock.

# Limits

Numbers in package variables are not followed. A template that is passed to another module, or to an interface, is not seen afterwards. A key that a function of another package draws counts as loaded, and so does one that an exported function, outside of package main, is passed. Whether a certificate leaves the process is not asked: a constant number may do no harm in a certificate that only one process uses, and only once.

# Rewrite or suppress

Leave SerialNumber out, if go.mod says `go 1.24` or later. Otherwise:

	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 159))

with crypto/rand. The suggested fix sets the number to nil where the version of Go allows that.

	//leapguard:ignore weakserial the certificate never leaves the process

# Options

{{options}}

# References

  - [RFC 5280, section 4.1.2.2](https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.2), serial number
  - [golang/go#67675](https://github.com/golang/go/issues/67675), serial numbers are generated
  - [golang/go#79855](https://github.com/golang/go/issues/79855), serial number 0
  - [MD5 considered harmful today](https://www.win.tue.nl/hashclash/rogue-ca/), a forged certificate
  - [CWE-330: Use of Insufficiently Random Values](https://cwe.mitre.org/data/definitions/330.html)
*/
package weakserial
