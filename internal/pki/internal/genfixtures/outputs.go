package main

import (
	"slices"
	"time"
)

// certificates are those whose names and dates matter.
var certificates = map[string]certificate{
	"blob2013":  storage("blob", time.Date(2013, time.February, 22, 20, 29, 53, 0, time.UTC)),
	"queue2013": storage("queue", time.Date(2013, time.February, 22, 20, 31, 22, 0, time.UTC)),
	"table2013": storage("table", time.Date(2013, time.February, 22, 20, 32, 52, 0, time.UTC)),
	"api":       {host: "api.example", notBefore: day(2024, 1, 1), notAfter: day(2034, 1, 1)},
	"admin":     {host: "admin.example", notBefore: day(2024, 1, 1), notAfter: day(2034, 1, 8)},
	"metrics":   {host: "metrics.example", notBefore: day(2024, 1, 1), notAfter: day(2034, 6, 1)},
	"started":   until(2035),
	"regions":   until(2036),
	"literal":   until(2037),
	"loop":      until(2038),
	"loop2":     until(2038),
	"calls":     until(2039),
	"grpc":      until(2040),
	"foreign":   until(2041),
	"b":         until(2035),
	"copied":    until(2042),
	"programs":  until(2043),
	"lasting1":  {host: "one.example", notBefore: day(2024, 1, 1), notAfter: day(2124, 1, 1)},
	"lasting2":  {host: "two.example", notBefore: day(2024, 1, 1), notAfter: day(2124, 1, 1)},
}

// storage returns a certificate of the storage services of 2013.
func storage(service string, notAfter time.Time) certificate {
	return certificate{host: "*." + service + ".storage.example", notBefore: notAfter.AddDate(-2, 0, 0), notAfter: notAfter}
}

func until(year int) certificate {
	return certificate{host: "localhost", notBefore: day(2024, 1, 1), notAfter: day(year, 1, 1)}
}

func day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

const (
	keyDir   = "analyzers/cert/embeddedkey/testdata/"
	shareDir = "analyzers/cert/sharedcert/testdata/"
	stormDir = "testdata/incidents/certs2013/"
)

// reaches is what embeddedkey says about a key.
func reaches(sink string) string { return keyReaches("ECDSA P-256", sink) }

func keyReaches(kind, sink string) string {
	return kind + " private key in the source reaches " + sink + ", so every installation shares it"
}

var outputs = slices.Concat(incidents, embeddedkey, sinkPackages, filePackages, sharedcert, expiredcert)

var incidents = []output{
	{file: stormDir + "blob.pem", pem: []string{"blob2013.pair"}},
	{file: stormDir + "queue.pem", pem: []string{"queue2013.pair"}},
	{file: stormDir + "table.pem", pem: []string{"table2013.pair"}},
}

var embeddedkey = []output{
	{file: keyDir + "bad/keys.go", decl: []decl{
		{"pairCert", rawConst, "pair.crt", ""},
		{"pairKey", rawConst, "pair.key", reaches("tls.X509KeyPair")},
		{"bytesKey", rawBytes, "bytes.p8", reaches("x509.ParsePKCS8PrivateKey")},
		{"sumKey", sumConst, "sum.key", reaches("x509.ParseECPrivateKey")},
		{"encodedKey", base64Var, "encoded.p8", reaches("x509.ParsePKCS8PrivateKey")},
		{"derKey", derBytes, "der.key", reaches("x509.ParseECPrivateKey")},
		{"sshKey", rawConst, "ssh.p8", reaches("ssh.ParsePrivateKey")},
		{"jwtKey", rawBytes, "jwt.key", reaches("jwt.ParseECPrivateKeyFromPEM")},
		{"defaultKey", rawConst, "default.key", reaches("x509.ParseECPrivateKey")},
		{"fieldKey", rawConst, "field.key", reaches("tls.X509KeyPair")},
		{"tableKey", rawConst, "table.key", reaches("tls.X509KeyPair")},
		{"wrappedKey", rawConst, "wrapped.key", reaches("tls.X509KeyPair")},
	}},
	{file: keyDir + "bad/server.key", pem: []string{"embedded.key"}},
	{file: keyDir + "bad/text.key", pem: []string{"embeddedtext.p8"}},
	{file: keyDir + "bad/keys/client.key", pem: []string{"embeddedfs.key"}},
	{file: keyDir + "bad/keys/_hidden.key", pem: []string{"hidden.key"}},
	{file: keyDir + "keys/keys.go", decl: []decl{
		{"Cert", rawConst, "keys.crt", ""},
		{"Const", rawConst, "const.key", ""},
		{"Var", rawBytes, "var.key", ""},
		{"result", rawConst, "result.key", ""},
		{"fieldKey", rawConst, "keysfield.key", ""},
		{"Encoded", base64Const, "keysencoded.p8", ""},
		{"Optional", rawConst, "optional.key", ""},
		{"Own", rawConst, "own.key", reaches("tls.X509KeyPair")},
	}},
	{file: keyDir + "keys/file.key", pem: []string{"file.key"}},
	{file: keyDir + "keys/fs/server.key", pem: []string{"fs.key"}},
	{file: keyDir + "good/keys.go", decl: []decl{
		{"cert", rawConst, "good.crt", ""},
		{"shown", rawConst, "shown.key", ""},
		{"lockedKey", rawConst, "good.ssh-locked", ""},
		{"exampleKey", rawConst, "example.key", ""},
		{"helperKey", rawConst, "helper.key", ""},
		{"testedKey", rawConst, "tested.key", ""},
	}},
	{file: keyDir + "good/testdata/server.key", pem: []string{"testdata.key"}},
	{file: keyDir + "edge/keys.go", decl: []decl{
		{"bothText", rawConst, "both.pair", reaches("tls.X509KeyPair")},
		{"escapedKey", escaped, "escaped.key", reaches("tls.X509KeyPair")},
		{"lockedKey", rawConst, "edge.ssh-locked", keyReaches("encrypted ECDSA P-256", "ssh.ParsePrivateKeyWithPassphrase")},
		{"legacyKey", rawConst, "edge.locked", keyReaches("encrypted EC", "x509.DecryptPEMBlock")},
		{"opensshKey", rawConst, "openssh.ssh", reaches("ssh.ParsePrivateKey")},
		{"body", bodyVar, "body.key", reaches("tls.X509KeyPair")},
		{"closureKey", rawConst, "closure.key", reaches("tls.X509KeyPair")},
		{"recursiveKey", rawConst, "recursive.key", reaches("x509.ParseECPrivateKey")},
	}},
	{file: keyDir + "generics/keys.go", decl: []decl{
		{"cert", rawConst, "generics.crt", ""},
		{"key", rawConst, "generics.key", reaches("tls.X509KeyPair")},
		{"boxedKey", rawConst, "boxed.key", reaches("tls.X509KeyPair")},
	}},
	{file: keyDir + "filesystem/keys/a.key", pem: []string{"fs-a.key"}},
	{file: keyDir + "filesystem/keys/b.key", pem: []string{"fs-b.key"}},
	{file: keyDir + "filesystem/keys/note.pem", pem: []string{"fs-note.crt"}},
	{file: keyDir + "filesystem/other/c.key", pem: []string{"fs-c.key"}},
	{file: keyDir + "filesystem/other/d.key", pem: []string{"fs-d.key"}},
	{file: keyDir + "filesystem/named/e.key", pem: []string{"fs-e.key"}},
	{file: keyDir + "filesystem/named/unused.key", pem: []string{"fs-f.key"}},
	{file: keyDir + "startup/keys.go", decl: []decl{
		{"knownKey", rawConst, "known.key", ""},
		{"literalKey", rawConst, "knownliteral.key", ""},
	}},
	{file: keyDir + "lines/keys.go", decl: []decl{
		{"keyLines", linesVar, "lines.key", reaches("tls.X509KeyPair")},
		{"readerText", base64Const, "reader.key", reaches("tls.X509KeyPair")},
	}},
	{file: keyDir + "e2e/keys.go", decl: []decl{{"key", rawConst, "e2e.key", ""}}},
	{file: keyDir + "trial/localhost.pem", pem: []string{"localhost.pair"}},
	{file: keyDir + "trial/other.pem", pem: []string{"other.pair"}},
	{file: keyDir + "example/reported/server.crt", pem: []string{"example.crt"}},
	{file: keyDir + "example/reported/server.key", pem: []string{"example.key"}},
}

var sharedcert = []output{
	{file: shareDir + "bad/api.pem", pem: []string{"api.pair"}},
	{file: shareDir + "bad/certs.go", decl: slices.Concat(
		pair("metrics"), pair("started"), pair("regions"), pair("literal"), pair("loop"), pair("calls"), pair("grpc"),
	)},
	{file: shareDir + "certs/pair.go", decl: []decl{
		{"cert", rawConst, "foreign.crt", ""},
		{"key", rawConst, "foreign.key", ""},
	}},
	{file: shareDir + "texts/certs.go", decl: []decl{{"Text", rawBytes, "apart.crt", ""}}},
	{file: shareDir + "together/certs.go", decl: []decl{
		{"apiText", rawConst, "api.pair", ""},
		{"adminText", rawConst, "admin.pair", ""},
		{"metricsText", rawConst, "metrics.pair", ""},
		{"oneText", rawConst, "lasting1.pair", ""},
		{"twoText", rawConst, "lasting2.pair", ""},
	}},
	{file: shareDir + "good/good.pem", pem: []string{"good.pair"}},
	{file: shareDir + "good/certs.go", decl: []decl{
		{"portsText", rawConst, "started.pair", ""},
		{"muxesText", rawConst, "regions.pair", ""},
		{"oneText", rawConst, "literal.pair", ""},
		{"eitherText", rawConst, "loop.pair", ""},
		{"addressesText", rawConst, "calls.pair", ""},
		{"trustText", rawConst, "grpc.pair", ""},
	}},
	{file: shareDir + "edge/certs.go", decl: []decl{
		{"aText", rawConst, "a.pair", ""},
		{"bText", rawConst, "b.pair", ""},
	}},
	{file: shareDir + "fields/certs.go", decl: []decl{
		{"sharedText", rawConst, "regions.pair", ""},
		{"peerText", rawConst, "literal.pair", ""},
	}},
	{file: shareDir + "serving/certs.go", decl: []decl{
		{"api", rawConst, "api.crt", ""},
		{"admin", rawConst, "admin.crt", ""},
		{"orders", rawConst, "started.crt", ""},
		{"users", rawConst, "b.crt", ""},
		{"carts", rawConst, "loop.crt", ""},
		{"stock", rawConst, "loop2.crt", ""},
	}},
	{file: shareDir + "roles/certs.go", decl: []decl{
		{"dialText", rawConst, "started.pair", ""},
		{"dialerText", rawConst, "regions.pair", ""},
		{"transportText", rawConst, "literal.pair", ""},
		{"connectionText", rawConst, "loop.pair", ""},
	}},
	{file: shareDir + "generics/certs.go", decl: []decl{{"text", rawConst, "generics.pair", ""}}},
	{file: shareDir + "example/reported/storage.pem", pem: []string{"storage.pair"}},
	{file: shareDir + "wrapped/certs.go", decl: []decl{
		{"loggedText", rawConst, "a.pair", ""},
		{"closureText", rawConst, "b.pair", ""},
		{"methodText", rawConst, "metrics.pair", ""},
		{"defaultText", rawConst, "regions.pair", ""},
		{"startedText", rawConst, "literal.pair", ""},
		{"differentText", rawConst, "loop.pair", ""},
	}},
	{file: shareDir + "programs/north/server.pem", pem: []string{"copied.pair"}},
	{file: shareDir + "programs/south/certs.go", decl: []decl{{"text", rawConst, "copied.pair", ""}}},
	{file: shareDir + "programs/waived/certs.go", decl: []decl{{"text", rawConst, "copied.pair", ""}}},
	{file: shareDir + "programs/examples/first/certs.go", decl: []decl{{"text", rawConst, "copied.pair", ""}}},
	{file: shareDir + "programs/identity/certs.go", decl: []decl{{"text", rawConst, "programs.pair", ""}}},
}

// pair declares a certificate and its key.
func pair(name string) []decl {
	return []decl{
		{name + "Cert", rawConst, name + ".crt", ""},
		{name + "Key", rawConst, name + ".key", ""},
	}
}
