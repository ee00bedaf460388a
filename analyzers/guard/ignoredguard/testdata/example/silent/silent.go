// Package silent leaves a disk alone that is in use.
package silent

import "errors"

type Disk struct{ Mounts int }

//leapguard:check format d when=false
func (p *Pool) InUse(d *Disk) (bool, error) { return d.Mounts > 0, nil }

//leapguard:danger format d
func (p *Pool) Format(d *Disk) error { return nil }

type Pool struct{}

func (p *Pool) Recycle(d *Disk) error {
	used, err := p.InUse(d)
	if err != nil {
		return err
	}
	if used {
		return errors.New("disk is in use")
	}
	return p.Format(d)
}
