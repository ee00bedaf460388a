package sharedcert

import (
	"crypto/x509"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/pki"
)

// A holding is a certificate and where it stands in the source, or the package
// variable that keeps one, which is nil here, from the start of the program on.
type holding struct {
	cert     *x509.Certificate
	material *pki.Material
}

// holdings returns the distinct certificates that a value can give to its
// holder.
func holdings(s pki.Set) []holding {
	var out []holding
	seen := make(map[string]bool)
	for _, m := range s.Materials {
		h := holding{pki.Leaf(m.Text), m}
		if h.cert == nil && (!m.Origin.Loaded || m.Origin.Name == "") || seen[h.print()] {
			continue
		}
		seen[h.print()] = true
		out = append(out, h)
	}
	return out
}

// print tells certificates apart.
func (h holding) print() string {
	if h.cert == nil {
		return "variable " + h.material.Origin.Name
	}
	return pki.Fingerprint(h.cert)
}

// String says in a message which certificate it is.
func (h holding) String() string {
	if h.cert == nil {
		return "one certificate, loaded once into the variable " + h.material.Origin.Name + ","
	}
	return "one certificate in the source, of " + pki.Subject(h.cert) + " until " + pki.Until(h.cert) + ","
}

// name returns what a message calls the certificate.
func (h holding) name() string {
	if h.cert == nil {
		return h.material.Origin.Name
	}
	return pki.Subject(h.cert)
}

// related relates a finding to the place of a certificate in the source.
func (h holding) related() analysis.RelatedInformation {
	origin := h.material.Origin
	text := "the variable that keeps the certificate"
	if h.cert != nil {
		text = "the certificate of " + pki.Subject(h.cert) + ", valid until " + pki.Until(h.cert)
	}
	if origin.File != "" {
		text += ", embedded from " + origin.File
	}
	return analysis.RelatedInformation{Pos: origin.Pos, End: origin.End, Message: text}
}

// names lists up to three certificates.
func names(list []holding) string {
	var out []string
	for _, h := range list {
		out = append(out, h.name())
	}
	return and(shorten(out, 3))
}
