// Package cron stands in for the scheduler.
package cron

type EntryID int

type Job interface{ Run() }

type FuncJob func()

func (f FuncJob) Run() { f() }

type Cron struct{ jobs []Job }

func New() *Cron { return &Cron{} }

func (c *Cron) AddFunc(spec string, cmd func()) (EntryID, error) { return c.AddJob(spec, FuncJob(cmd)) }

func (c *Cron) AddJob(spec string, cmd Job) (EntryID, error) {
	c.jobs = append(c.jobs, cmd)
	return EntryID(len(spec)), nil
}
