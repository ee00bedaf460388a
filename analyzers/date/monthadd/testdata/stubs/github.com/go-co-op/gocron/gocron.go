// Package gocron stands in for the scheduler.
package gocron

type Scheduler struct{ jobs []any }

func NewScheduler() *Scheduler { return &Scheduler{} }

func (s *Scheduler) Every(interval any) *Scheduler { return s }

func (s *Scheduler) Month(days ...int) *Scheduler { return s }

func (s *Scheduler) Do(job any) error {
	s.jobs = append(s.jobs, job)
	return nil
}
