/*
Package badvalidity reports certificates that are never valid, or not from some day on.

# Reported

A template that reaches `x509.CreateCertificate`, outside of tests,

  - with a NotAfter that is before NotBefore or the same time, on every path;
  - without NotAfter, on every path from the literal to the call;
  - with a constant date as NotAfter beside a NotBefore that is the present;
  - with a NotAfter that is a day or more after that of the issuer, whose certificate the package creates with it;
  - with a NotAfter that is computed with a duration of more than 292 years, which a `time.Duration` does not hold.

# Why

`x509.CreateCertificate` does not look at the dates. It signs what it is given, and the first to notice is who checks the certificate: all handshakes fail, at once or on a date.

The zero NotAfter is in the year 1. A constant one is right when it is written, and the program works until that day; from the day after on each certificate that it creates has expired when it is created, and no restart or renewal helps. A certificate that outlives its issuer fails when the issuer does, long before anybody who looks at its own date expects it.

On 29 February 2012 the certificates that a cloud created were to end on a day that did not exist. Their creation failed, and so did every server that started: 34 hours, all regions.

# Example

{{example}}

# Detection

For each call of `x509.CreateCertificate` the analyzer follows NotBefore and NotAfter of the template backward, as weakserial describes, to the one value that each has on all paths. Those are computed as distances from a base: the present, a constant date, or some other time. `Add` with a constant duration, `AddDate` with constant numbers and `Truncate` move them, months and years by the least and the greatest number of days that they may have. Two distances are compared only if their base is the same.

The issuer is seen where its template is, and where its certificate is parsed from what `x509.CreateCertificate` has made of that template.

# Silent

The analyzer is silent

  - where a field has several values, as one that is clamped to the end of the issuer, or one that it does not know, as after a call through an interface;
  - about constant dates of the year 2200 and later, such as 31 December 9999, which RFC 5280 gives to certificates that do not expire, and about 31 December 2049, the last of the dates that it writes with two digits of the year;
  - where the certificate that is created is not used;
  - in functions and files with "Challenge" or "ALPN" in their names: whoever looks at the answer to a challenge does not look at its dates (RFC 8737);
  - about a certificate signed by its own key with no subject, no names and no times: it carries the key, and whoever accepts it compares that;
  - in tests, and in packages, files and functions for tests, by a word of their names such as test, fake or mock: tests create expired certificates on purpose.

# Limits

Durations that are not constant are not compared. A year that is added by `time.Date(t.Year()+1, ...)` is reported by yearadd, and a product that overflows for some count by timeoverflow. Other modules that create certificates are not known.

# Rewrite or suppress

Read the clock once and count both ends from it, in UTC:

	now := time.Now().UTC()
	template.NotBefore = now.Add(-5 * time.Minute)
	template.NotAfter = now.Add(90 * 24 * time.Hour)
	if template.NotAfter.After(issuer.NotAfter) {
		template.NotAfter = issuer.NotAfter
	}

A certificate that is expired on purpose:

	//leapguard:ignore badvalidity the probe wants to be refused

# Options

None.

# References

  - [Summary of Windows Azure service disruption on February 29th, 2012](https://azure.microsoft.com/en-us/blog/summary-of-windows-azure-service-disruption-on-feb-29th-2012/)
  - [RFC 5280, section 4.1.2.5](https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5), validity
  - [CWE-298: Improper Validation of Certificate Expiration](https://cwe.mitre.org/data/definitions/298.html)
*/
package badvalidity
