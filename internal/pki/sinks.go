package pki

import (
	"go/types"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/rule"
)

// A Kind tells what a sink makes of a value.
type Kind int

// The kinds of sinks.
const (
	PrivateKey  Kind = iota // parses or uses a private key
	Certificate             // uses a certificate as an identity
	Server                  // identifies a server by what a TLS configuration carries
	Client                  // identifies a client by it
	Root                    // trusts certificates
)

// A Sink is a place where keys or certificates are put to use: an argument of a
// function or a field of a struct.
type Sink struct {
	Kind Kind
	// Func is a function as [flow.Name] writes it; Field is a struct type and
	// the name of its field.
	Func, Field string
	// Arg is the index of the argument, counting the receiver.
	Arg int
	// Passphrase is the index of the argument that decrypts the key, 0 for none.
	Passphrase int
}

// Name returns what a message calls the sink: its name without the directory
// and major version of its package.
func (s *Sink) Name() string {
	name := s.Func + s.Field
	head := ""
	if strings.HasPrefix(name, "(*") {
		head, name = "(*", name[2:]
	}
	elems := strings.Split(name, "/")
	last := elems[len(elems)-1]
	if major, rest, _ := strings.Cut(last, "."); len(elems) > 1 && isMajor(major) {
		last = elems[len(elems)-2] + "." + rest
	}
	return head + last
}

// isMajor reports whether an element of an import path is a major version.
func isMajor(elem string) bool {
	return len(elem) > 1 && elem[0] == 'v' && strings.Trim(elem[1:], "0123456789") == ""
}

// sinks lists what uses keys and certificates. What is in no module under
// analysis is known by this table alone.
var sinks = []Sink{
	{Kind: PrivateKey, Func: "crypto/tls.X509KeyPair", Arg: 1},
	{Kind: Certificate, Func: "crypto/tls.X509KeyPair", Arg: 0},
	{Kind: PrivateKey, Func: "crypto/x509.ParsePKCS1PrivateKey"},
	{Kind: PrivateKey, Func: "crypto/x509.ParsePKCS8PrivateKey"},
	{Kind: PrivateKey, Func: "crypto/x509.ParseECPrivateKey"},
	{Kind: PrivateKey, Func: "crypto/x509.DecryptPEMBlock", Passphrase: 1},

	{Kind: PrivateKey, Func: "golang.org/x/crypto/ssh.ParsePrivateKey"},
	{Kind: PrivateKey, Func: "golang.org/x/crypto/ssh.ParseRawPrivateKey"},
	{Kind: PrivateKey, Func: "golang.org/x/crypto/ssh.ParsePrivateKeyWithPassphrase", Passphrase: 1},
	{Kind: PrivateKey, Func: "golang.org/x/crypto/ssh.ParseRawPrivateKeyWithPassphrase", Passphrase: 1},
	{Kind: PrivateKey, Func: "github.com/go-git/go-git/v5/plumbing/transport/ssh.NewPublicKeys", Arg: 1, Passphrase: 2},

	{Kind: PrivateKey, Func: "github.com/gliderlabs/ssh.HostKeyPEM"},
	{Kind: PrivateKey, Func: "github.com/charmbracelet/ssh.HostKeyPEM"},
	{Kind: PrivateKey, Func: "github.com/charmbracelet/wish.WithHostKeyPEM"},

	{Kind: PrivateKey, Func: "github.com/lestrrat-go/jwx/jwk.ParseKey"},
	{Kind: PrivateKey, Func: "github.com/lestrrat-go/jwx/v2/jwk.ParseKey"},
	{Kind: PrivateKey, Func: "github.com/lestrrat-go/jwx/v3/jwk.ParseKey"},
	{Kind: PrivateKey, Func: "(*gopkg.in/square/go-jose.v2.JSONWebKey).UnmarshalJSON", Arg: 1},
	{Kind: PrivateKey, Func: "(*github.com/go-jose/go-jose/v3.JSONWebKey).UnmarshalJSON", Arg: 1},
	{Kind: PrivateKey, Func: "(*github.com/go-jose/go-jose/v4.JSONWebKey).UnmarshalJSON", Arg: 1},
	{Kind: PrivateKey, Func: "go.step.sm/crypto/pemutil.ParseKey"},
	{Kind: PrivateKey, Func: "k8s.io/client-go/util/keyutil.ParsePrivateKeyPEM"},
	{Kind: PrivateKey, Func: "github.com/cloudflare/cfssl/helpers.ParsePrivateKeyPEM"},
	{Kind: PrivateKey, Field: "k8s.io/client-go/rest.TLSClientConfig.KeyData"},
	{Kind: PrivateKey, Func: "golang.org/x/oauth2/google.JWTConfigFromJSON"},
	{Kind: PrivateKey, Func: "golang.org/x/oauth2/google.CredentialsFromJSON", Arg: 1},

	{Kind: PrivateKey, Func: "github.com/valyala/fasthttp.ListenAndServeTLSEmbed", Arg: 2},
	{Kind: PrivateKey, Func: "(*github.com/valyala/fasthttp.Server).ListenAndServeTLSEmbed", Arg: 3},
	{Kind: PrivateKey, Func: "(*github.com/valyala/fasthttp.Server).ServeTLSEmbed", Arg: 3},
	{Kind: PrivateKey, Func: "github.com/valyala/fasthttp.ServeTLSEmbed", Arg: 2},
	{Kind: Certificate, Func: "github.com/valyala/fasthttp.ListenAndServeTLSEmbed", Arg: 1},
	{Kind: Certificate, Func: "(*github.com/valyala/fasthttp.Server).ListenAndServeTLSEmbed", Arg: 2},
	{Kind: Certificate, Func: "(*github.com/valyala/fasthttp.Server).ServeTLSEmbed", Arg: 2},
	{Kind: Certificate, Func: "github.com/valyala/fasthttp.ServeTLSEmbed", Arg: 1},

	{Kind: PrivateKey, Func: "(*github.com/labstack/echo/v4.Echo).StartTLS", Arg: 3},
	{Kind: Certificate, Func: "(*github.com/labstack/echo/v4.Echo).StartTLS", Arg: 2},

	{Kind: Server, Func: "crypto/tls.Listen", Arg: 2},
	{Kind: Server, Func: "crypto/tls.NewListener", Arg: 1},
	{Kind: Server, Func: "google.golang.org/grpc.Creds"},
	{Kind: Server, Field: "net/http.Server.TLSConfig"},
	{Kind: Client, Func: "crypto/tls.Dial", Arg: 2},
	{Kind: Client, Func: "crypto/tls.DialWithDialer", Arg: 3},
	{Kind: Client, Func: "google.golang.org/grpc.WithTransportCredentials"},
	{Kind: Client, Field: "crypto/tls.Dialer.Config"},
	{Kind: Client, Field: "net/http.Transport.TLSClientConfig"},

	{Kind: Root, Func: "(*crypto/x509.CertPool).AppendCertsFromPEM", Arg: 1},
	{Kind: Root, Func: "(*crypto/x509.CertPool).AddCert", Arg: 1},
}

// jwtModules are the modules that share the API of dgrijalva/jwt-go.
var jwtModules = []string{
	"github.com/golang-jwt/jwt", "github.com/golang-jwt/jwt/v4", "github.com/golang-jwt/jwt/v5",
	"github.com/dgrijalva/jwt-go", "github.com/dgrijalva/jwt-go/v4", "github.com/form3tech-oss/jwt-go",
}

// jwtFuncs are their functions that parse a private key.
var jwtFuncs = []Sink{
	{Func: "ParseRSAPrivateKeyFromPEM"},
	{Func: "ParseRSAPrivateKeyFromPEMWithPassword", Passphrase: 1},
	{Func: "ParseECPrivateKeyFromPEM"},
	{Func: "ParseEdPrivateKeyFromPEM"},
}

// sinkTable indexes sinks by function or by struct field.
var sinkTable = indexSinks()

func indexSinks() map[string][]*Sink {
	table := make(map[string][]*Sink)
	for i := range sinks {
		s := &sinks[i]
		table[s.Func+s.Field] = append(table[s.Func+s.Field], s)
	}
	for _, module := range jwtModules {
		for _, f := range jwtFuncs {
			f.Kind, f.Func = PrivateKey, module+"."+f.Func
			table[f.Func] = append(table[f.Func], &f)
		}
	}
	return table
}

// isSinkField reports whether a variable can be a field in the table that is
// about keys and certificates alone.
func isSinkField(v *types.Var) bool {
	return v.IsField() && slices.ContainsFunc(sinks, func(s Sink) bool {
		return s.Kind <= Certificate && strings.HasPrefix(s.Field, v.Pkg().Path()+".") && strings.HasSuffix(s.Field, "."+v.Name())
	})
}

// Triggers match packages that name a sink, hold the text of a key or of a
// certificate, or embed files with names like those of keys. In terms of words:
//
//	sink or loader or (PRIVATE or CERTIFICATE) and BEGIN or embed and fileWords
//
// The sinks of TLS configurations are left out, for they are in every second
// package.
var Triggers = rule.Triggers{
	slices.Concat([]string{"PRIVATE", "CERTIFICATE", "embed"}, sinkWords()),
	slices.Concat([]string{"BEGIN", "embed"}, sinkWords()),
	slices.Concat([]string{"BEGIN"}, fileWords, sinkWords()),
}

// fileWords are words in the names of files and directories of keys and
// certificates, but for those that are as common elsewhere.
var fileWords = []string{
	"cer", "cert", "certs", "crt", "der", "id_ecdsa", "id_ed25519", "id_rsa", "jwk", "jwt", "key", "keys", "p8", "pem", "pk8", "pki",
	"secrets", "ssl", "tls",
}

// sinkWords returns the identifiers of the functions and fields in the table
// that are about keys and certificates alone, and of what loads them.
func sinkWords() []string {
	words := []string{"LoadX509KeyPair"}
	for name, list := range sinkTable {
		word := name[strings.LastIndex(name, ".")+1:]
		if kind := list[0].Kind; (kind <= Certificate || kind == Root) && word != "UnmarshalJSON" {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}
