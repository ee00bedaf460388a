/*
Package expiredcert reports certificates of the source that are in use though they have expired at the reference date.

# Reported

A certificate that is part of the program, as a literal, an encoded text or an embedded file, and

  - identifies a server or a client: it goes into a key pair, or with a configuration to a listener, a server or a dialer;
  - is trusted: it goes into a pool of certificates, as a root or as the one certificate that a server may show.

if the reference date is past the end of its validity. In the strict profile it is reported from 90 days before the end on; the option `within` sets another number of days.

A certificate is reported where it stands. If that is another package, or if the text holds a key or another certificate too, it is reported where it is used.

# Why

On the day after its end nobody accepts the certificate, in any installation, and no installation can replace it: a new one needs a release. The program of 22 February 2013 that served storage with the certificates it carried stood still in all regions for twelve hours. The same happens to whoever trusts an expired root: Go verifies the validity of every certificate of a chain, that of the root included.

# Example

{{example}}

# Detection

Certificates are followed from where they stand to where they are used, as embeddedkey does with keys: through decoding, assignments, fields, elements, results and parameters, within the module.

The reference date is `--now`, else `SOURCE_DATE_EPOCH`, else `now` in the configuration, else today; the last in the command alone. NotAfter belongs to the validity: a certificate has expired if the reference date, at 00:00 UTC, is later.

Of a text that identifies somebody, the first certificate counts. Of a pool, all that the source is seen to add to it.

# Silent

The analyzer is silent

  - without a reference date;
  - about pools that hold a certificate of the source which is still valid, beside those that have expired: old roots stay in place while new ones take over;
  - about bundles: texts and pools of more than ten certificates, which somebody else keeps current;
  - in packages that verify certificates for another time than the present, by `x509.VerifyOptions.CurrentTime` or `tls.Config.Time`: they judge what was signed in the past;
  - about certificates that are parsed only, shown, or asked for their public key: that does not end;
  - about key pairs of which only the parts are used, the key and the parsed certificate: what is published as data, as in the metadata of SAML, is shown in no handshake;
  - about placeholders, which do not parse;
  - where a comparison with the very text says that it is not used, or a switch says that the program is on trial, as embeddedkey describes;
  - in tests and in packages for tests.

# Limits

Pins that are compared as bytes or digests are not seen: they do not end by themselves. A pool that the program fills from a directory of embedded files, or that is passed on to other modules to be filled, is not followed. Of the certificates between leaf and root, and of a chain that is built at run time, nothing is known.

# Rewrite or suppress

Have the certificate delivered, and serve it through `tls.Config.GetCertificate`; read roots from a file or from the system. Where a certificate must stand in the source, replace it, and run leapguard with the strict profile on a schedule, so that the next end is known 90 days before.

	//leapguard:ignore expiredcert the device it identifies was switched off

# Options

{{options}}

# References

  - [RFC 5280, section 4.1.2.5](https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5), validity
  - [Details of the February 22nd 2013 Windows Azure storage disruption](https://azure.microsoft.com/en-us/blog/details-of-the-february-22nd-2013-windows-azure-storage-disruption/)
  - [CWE-298: Improper Validation of Certificate Expiration](https://cwe.mitre.org/data/definitions/298.html)
*/
package expiredcert
