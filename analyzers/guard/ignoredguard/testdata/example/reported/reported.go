// Package reported asks whether a disk is in use, and does not listen.
package reported

type Disk struct{ Mounts int }

//leapguard:check format d when=false
func (p *Pool) InUse(d *Disk) (bool, error) { return d.Mounts > 0, nil }

//leapguard:danger format d
func (p *Pool) Format(d *Disk) error { return nil }

type Pool struct{}

func (p *Pool) Recycle(d *Disk) error {
	if _, err := p.InUse(d); err != nil { // want `the answer of p.InUse\(d\), a check of kind format, is dropped, and only its error is looked at`
		return err
	}
	return p.Format(d)
}
