/*
Package longcert reports certificates of servers that are valid for more than 825 days.

# Reported

A template that reaches `x509.CreateCertificate`, outside of tests, with ExtKeyUsageServerAuth and without IsCA, if more than 825 days lie between NotBefore and NotAfter. With the option public, the limit is that of public issuers on the date of issue: the constant NotBefore, or else the reference date; without one, the 398 days that held from 1 September 2020 on.

# Why

macOS and iOS refuse such certificates of servers, of private issuers too, since 2019. Those of public issuers may live for 398 days, for 200 if issued from 15 March 2026 on, for 100 from 15 March 2027 on and for 47 from 15 March 2029 on.

A certificate that lives for ten years is also one that nobody has ever renewed when it ends.

# Example

{{example}}

# Detection

For each call of `x509.CreateCertificate` the analyzer follows the fields of the template backward, as weakserial describes, and computes the dates as badvalidity does. Years and months count with the least number of days that they may have.

# Silent

The analyzer is silent

  - about certificates of CAs and clients, and those whose ExtKeyUsage is not a literal;
  - where the length is not known, or is one of several;
  - in tests, and in packages, files and functions for tests, by a word of their names such as test, fake or mock.

# Limits

A certificate within the limit of the reference date may be beyond that of a later one on which the program still runs: the next is found by running leapguard with `--now` at its date.

# Rewrite or suppress

Let certificates live for days or weeks, and renew them from the first day on: what is renewed every month is renewed.

	//leapguard:ignore longcert the device has no way to be renewed

# Options

{{options}}

# References

  - [Requirements for trusted certificates in iOS 13 and macOS 10.15](https://support.apple.com/en-us/103769), 825 days
  - [Ballot SC-081v3](https://cabforum.org/2025/04/11/ballot-sc081v3-introduce-schedule-of-reducing-validity-and-data-reuse-periods/), 200, 100 and 47 days
  - [CWE-298: Improper Validation of Certificate Expiration](https://cwe.mitre.org/data/definitions/298.html)
*/
package longcert
