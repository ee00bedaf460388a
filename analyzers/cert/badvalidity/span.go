package badvalidity

import (
	"fmt"
	"go/ast"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki/template"
	"github.com/leapguard/leapguard/internal/syntax"
)

// empty reports a validity that ends before it begins, or as it does.
func (c *check) empty(before, after *template.Source, begin, end template.Instant) bool {
	_, most, ok := end.Since(begin)
	if !ok || most > 0 {
		return false
	}
	related := c.relate(before, "NotBefore is set here")
	c.report(after, related, func(e ast.Expr) string {
		text := syntax.Text(e)
		first := c.text(before)
		switch {
		case first == text || most == 0 && begin.Min == begin.Max:
			return fmt.Sprintf("NotAfter %s is the same time as NotBefore, so the certificate is never valid", text)
		case first == "":
			return fmt.Sprintf("NotAfter %s is %s before NotBefore, so the certificate is never valid", text, length(-most))
		}
		return fmt.Sprintf("NotAfter %s is %s before NotBefore %s, so the certificate is never valid", text, length(-most), first)
	})
	return true
}

// text writes what a source stores.
func (c *check) text(s *template.Source) string {
	if e := template.Place(c.pass.Pass, s.Instr); e != nil {
		return syntax.Text(e)
	}
	return ""
}

// length writes a number of seconds.
func length(seconds int64) string {
	if days := seconds / (24 * 60 * 60); days >= 2 {
		return fmt.Sprintf("%d days", days)
	}
	return (time.Duration(seconds) * time.Second).String()
}

// isNever reports whether a date means that a certificate does not expire:
// nobody runs the program then, or it is the last of the dates that RFC 5280
// writes with two digits of the year.
func isNever(d calendar.Date) bool {
	return d.Year >= 2200 || d == calendar.Date{Year: 2049, Month: time.December, Day: 31}
}

// fixed reports a constant end of a validity that begins when the certificate
// is created.
func (c *check) fixed(before, after *template.Source, begin, end template.Instant) bool {
	if !begin.Base.Now || !end.Base.Fixed {
		return false
	}
	date, ok := calendar.FixedDate(after.Value.Resolve().V)
	if !ok || isNever(date) {
		return false
	}
	c.report(after, c.relate(before, "NotBefore is set here"), func(e ast.Expr) string {
		return fmt.Sprintf("NotAfter %s does not move with NotBefore, so what is created after %s has expired already", syntax.Text(e), date)
	})
	return true
}

// outlives reports a certificate that is valid longer than that of its issuer,
// which is created with it.
func (c *check) outlives(creation *template.Creation, after *template.Source, end template.Instant) {
	if creation.SelfSigned() {
		return
	}
	parent := template.OnlyStored(creation.OfParent("NotAfter"))
	if parent == nil || parent.Instr == after.Instr {
		return
	}
	last, ok := c.pkg.Instant(parent.Value)
	if !ok {
		return
	}
	least, _, ok := end.Since(last)
	if !ok || least < 24*60*60 {
		return
	}
	c.report(after, c.relate(parent, "NotAfter of the issuer is set here"), func(e ast.Expr) string {
		return fmt.Sprintf("NotAfter %s is %s after that of the issuer, %s, without which the certificate is not accepted",
			syntax.Text(e), length(least), c.text(parent))
	})
}

// overflows reports an end that is computed with a duration too long for its
// type.
func (c *check) overflows(after *template.Source) bool {
	call, ok := after.Value.Resolve().V.(*ssa.Call)
	if !ok || !flow.IsCallTo(call, "(time.Time).Add") {
		return false
	}
	frame := after.Value.Resolve().Frame
	wrapped, ok := c.pkg.Wraps(template.Value{V: flow.Args(call)[1], Frame: frame})
	if !ok {
		return false
	}
	c.report(after, nil, func(e ast.Expr) string {
		return fmt.Sprintf("NotAfter %s adds %s nanoseconds, more than a time.Duration holds", syntax.Text(e), wrapped)
	})
	return true
}
