package main

import (
	"fmt"
	"time"
)

const endDir = "analyzers/cert/expiredcert/testdata/"

// ends are the certificates in the testdata of expiredcert, where the reference
// date is 2026-11-22.
var ends = map[string]certificate{
	"ended":        ending("api.example", day(2019, 9, 27)),
	"endedfile":    ending("files.example", day(2024, 8, 1)),
	"endedpair":    ending("pair.example", day(2025, 1, 31)),
	"endedserver":  ending("server.example", day(2025, 2, 28)),
	"endedclient":  ending("client.example", day(2025, 3, 31)),
	"endedpeer":    ending("peer.example", day(2024, 4, 30)),
	"endeddefault": ending("default.example", day(2023, 5, 1)),
	"endedtrial":   ending("trial.example", day(2023, 6, 1)),
	"endedpinned":  ending("pinned.example", day(2024, 6, 30)),
	"endedshared":  ending("shared.example", day(2024, 7, 31)),
	"lastsecond":   ending("last.example", time.Date(2026, time.November, 21, 23, 59, 59, 0, time.UTC)),
	"firstsecond":  ending("first.example", day(2026, 11, 22)),
	"soon":         ending("soon.example", day(2027, 1, 15)),
	"later":        ending("later.example", day(2027, 2, 21)),
	"endedroot":    endingRoot("Example Root", day(2022, 3, 23)),
	"endedadded":   endingRoot("Added Root", day(2021, 9, 30)),
	"endedencoded": endingRoot("Encoded Root", day(2020, 5, 30)),
	"endedder":     endingRoot("Root in DER", day(2020, 5, 29)),
	"endedold":     endingRoot("Old Root", day(2020, 5, 28)),
	"endedwords":   endingRoot("Words Root", day(2020, 5, 27)),
	"liveroot":     endingRoot("Live Root", day(2046, 1, 1)),
}

func ending(host string, notAfter time.Time) certificate {
	return certificate{host: host, notBefore: notAfter.AddDate(-2, 0, 0), notAfter: notAfter}
}

func endingRoot(name string, notAfter time.Time) certificate {
	return certificate{host: name, notBefore: notAfter.AddDate(-10, 0, 0), notAfter: notAfter, ca: true}
}

// expires is what expiredcert says about a certificate.
func expires(name, sink string) string {
	c := ends[name]
	what, end := "certificate", "expired"
	if c.ca {
		what = "CA certificate"
	}
	if c.notAfter.After(day(2026, 11, 22)) {
		end = "expires"
	}
	return fmt.Sprintf("the %s of %s in the source %s on %s and reaches %s; reference date 2026-11-22",
		what, c.host, end, c.notAfter.Format(time.RFC3339), sink)
}

const (
	pairSink  = `tls\.X509KeyPair`
	appending = `\(\*x509\.CertPool\)\.AppendCertsFromPEM`
	adding    = `\(\*x509\.CertPool\)\.AddCert`
)

var expiredcert = []output{
	{file: endDir + "bad/certs.go", decl: []decl{
		{"apiCert", rawConst, "ended.crt", expires("ended", pairSink)},
		{"apiKey", rawConst, "ended.key", ""},
		{"pairText", rawConst, "endedpair.pair", ""},
		{"serverDER", derBytes, "endedserver.crt", expires("endedserver", "tls.Listen")},
		{"clientCert", rawBytes, "endedclient.crt", expires("endedclient", pairSink)},
		{"peerCert", rawBytes, "endedpeer.crt", expires("endedpeer", appending)},
		{"rootText", rawConst, "endedroot.crt", expires("endedroot", appending)},
		{"addedText", rawConst, "endedadded.crt", expires("endedadded", adding)},
		{"encodedText", base64Const, "endedencoded.crt", expires("endedencoded", appending)},
		{"derText", derBytes, "endedder.crt", expires("endedder", adding)},
		{"defaultText", rawConst, "endeddefault.crt", expires("endeddefault", pairSink)},
		{"lastText", rawConst, "lastsecond.crt", expires("lastsecond", pairSink)},
		{"old", rawConst, "endedold.crt", ""},
		{"older", rawConst, "endedwords.crt", ""},
	}},
	{file: endDir + "bad/server.pem", pem: []string{"endedfile.crt"}},
	{file: endDir + "good/certs.go", decl: []decl{
		{"firstText", rawConst, "firstsecond.crt", ""},
		{"soonText", rawConst, "soon.crt", ""},
		{"soonKey", rawConst, "soon.key", ""},
		{"shownText", rawConst, "ended.crt", ""},
		{"defaultText", rawConst, "endeddefault.crt", ""},
		{"trialText", rawConst, "endedtrial.crt", ""},
		{"testedText", rawConst, "endedpair.crt", ""},
	}},
	{file: endDir + "rotated/certs.go", decl: []decl{
		{"oldRoot", rawConst, "endedold.crt", ""},
		{"newRoot", rawConst, "liveroot.crt", ""},
	}},
	{file: endDir + "bundle/roots.pem", pem: crts("endedroot", "endedadded", "endedencoded", "endedder", "endedold",
		"endedwords", "endedpeer", "endedclient", "endedserver", "endedpair", "ended")},
	{file: endDir + "pinned/certs.go", decl: []decl{{"text", rawConst, "endedpinned.crt", ""}}},
	{file: endDir + "pinnedconfig/certs.go", decl: []decl{{"text", rawConst, "endedpinned.crt", ""}}},
	{file: endDir + "present/certs.go", decl: []decl{{"text", rawConst, "endedpeer.crt", expires("endedpeer", appending)}}},
	{file: endDir + "generics/certs.go", decl: []decl{
		{"text", rawConst, "endedpeer.crt", expires("endedpeer", appending)},
	}},
	{file: endDir + "roots/certs.go", decl: []decl{
		{"Text", rawConst, "endedshared.crt", ""},
		{"Own", rawConst, "endedroot.crt", expires("endedroot", appending)},
	}},
	{file: endDir + "edge/certs.go", decl: []decl{
		{"fieldText", rawConst, "endedroot.crt", expires("endedroot", appending)},
		{"fieldOld", rawConst, "endedadded.crt", ""},
		{"live", rawConst, "liveroot.crt", ""},
		{"either", rawConst, "ended.crt", expires("ended", pairSink)},
		{"other", rawConst, "soon.crt", ""},
		{"wrapped", rawConst, "endedold.crt", expires("endedold", appending)},
	}},
	{file: endDir + "words/appendcertsfrompem/certs.go", decl: []decl{
		{"text", base64Const, "endedwords.crt", expires("endedwords", appending)},
	}},
	{file: endDir + "words/addcert/certs.go", decl: []decl{
		{"text", derBytes, "endedwords.crt", expires("endedwords", adding)},
	}},
	{file: endDir + "words/cer/root.cer", pem: crts("endedwords")},
	{file: endDir + "words/cert/root.cert", pem: crts("endedwords")},
	{file: endDir + "example/reported/server.crt", pem: crts("ended")},
	{file: endDir + "strict/certs.go", decl: []decl{
		{"soonText", rawConst, "soon.crt", expires("soon", pairSink)},
		{"soonKey", rawConst, "soon.key", ""},
		{"laterText", rawConst, "later.crt", ""},
	}},
	{file: endDir + "options/within/bad/certs.go", decl: []decl{
		{"soonText", rawConst, "soon.crt", expires("soon", pairSink)},
		{"soonKey", rawConst, "soon.key", ""},
	}},
	{file: endDir + "options/within/good/certs.go", decl: []decl{{"laterText", rawConst, "later.crt", ""}}},
	{file: endDir + "undated/certs.go", decl: []decl{{"text", rawConst, "ended.crt", ""}}},
}

func crts(names ...string) []string {
	var out []string
	for _, name := range names {
		out = append(out, name+".crt")
	}
	return out
}
