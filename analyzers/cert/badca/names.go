package badca

import (
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/pki/template"
	"github.com/leapguard/leapguard/internal/syntax"
)

// server looks for names in the certificate of a server.
func (c *check) server(creation *template.Creation) {
	server, peer := creation.IsServer()
	switch {
	case !server || !creation.Nameless():
	case creation.SelfSigned() && !c.serves():
	case peer && (creation.SelfSigned() || creation.Special()):
	case c.verifiesItself() || c.forOpenVPN(creation):
	default:
		c.report(creation, "ExtKeyUsage", "is that of a server, but the certificate names none: no SAN is set on any path")
	}
}

// serves reports whether the package has to do with TLS. A certificate signed by
// its own key that is made where nothing serves may well be no server's.
func (c *check) serves() bool {
	return slices.ContainsFunc(c.pass.Pkg.Imports(), func(p *types.Package) bool { return p.Path() == "crypto/tls" || p.Path() == "net/http" })
}

// verifiesItself reports whether the package sets how certificates of peers are
// verified: those who compare keys need no names.
func (c *check) verifiesItself() bool {
	for _, obj := range c.pass.TypesInfo.Uses {
		v, ok := obj.(*types.Var)
		if !ok || !v.IsField() || v.Pkg() == nil || v.Pkg().Path() != "crypto/tls" {
			continue
		}
		switch v.Name() {
		case "InsecureSkipVerify", "VerifyPeerCertificate", "VerifyConnection", "ServerName":
			return true
		}
	}
	return false
}

// forOpenVPN reports whether a word of the path of the package, of the name of the
// file or of a text in the package is OpenVPN: its clients look at usages and the
// subject, never at alternative names.
func (c *check) forOpenVPN(creation *template.Creation) bool {
	if namesOpenVPN(c.pass.Pkg.Path()) {
		return true
	}
	usage, _ := creation.Only("ExtKeyUsage")
	if usage != nil && namesOpenVPN(filepath.Base(c.pass.Fset.Position(usage.Instr.Pos()).Filename)) {
		return true
	}
	for _, file := range c.pass.Files {
		if c.pass.Silent(file.Package) {
			continue
		}
		for n := range ast.Preorder(file) {
			if text, ok := n.(*ast.BasicLit); ok && text.Kind == token.STRING && namesOpenVPN(text.Value) {
				return true
			}
		}
	}
	return false
}

// namesOpenVPN reports whether a word of a path or text is OpenVPN, or the suffix of
// its profiles.
func namesOpenVPN(text string) bool {
	return slices.ContainsFunc(syntax.Words(strings.ToLower(text)), func(word string) bool { return word == "openvpn" || word == "ovpn" })
}
