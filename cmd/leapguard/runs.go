package main

import (
	"context"

	"github.com/leapguard/leapguard/internal/baseline"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/fix"
	"github.com/leapguard/leapguard/internal/output"
)

// runs are the analyses of one job: more than one where findings are fixed.
type runs struct {
	app   *app
	flags *flags
	job   *job
	known *baseline.Baseline // nil for none
	base  *changeBase        // nil for none

	// What was left out of each result.
	baseline map[*engine.Result]*output.Baseline
	newFrom  map[*engine.Result]*output.NewFrom
}

// analyze returns what is to be reported, with the files of an overlay, as far as the
// files of a list compile in all packages that import them.
func (r *runs) analyze(ctx context.Context, overlay *engine.Overlay, compile []string) (*engine.Result, error) {
	opts := r.job.opts
	opts.Overlay, opts.Compile = overlay, compile
	result, err := r.app.analyzeParts(ctx, opts, r.job.parts)
	if err != nil {
		return nil, err
	}
	if r.known != nil {
		told, err := r.job.keepUnknown(r.flags, r.known, result)
		if err != nil {
			return nil, err
		}
		r.baseline[result] = told
	}
	if r.base != nil {
		told, err := r.app.keepNew(ctx, r.base, r.job.opts, r.job.parts, result)
		if err != nil {
			return nil, err
		}
		r.newFrom[result] = told
	}
	return result, nil
}

// analyzeAndFix analyses and, if the flags say so, plans the fixes of what is to be
// reported and makes them. The plan is nil if they do not; the result is of the
// analysis after them.
func (r *runs) analyzeAndFix(ctx context.Context) (*engine.Result, *fix.Plan, error) {
	r.baseline = make(map[*engine.Result]*output.Baseline)
	r.newFrom = make(map[*engine.Result]*output.NewFrom)
	if !r.flags.wanted() {
		result, err := r.analyze(ctx, r.job.overlay, nil)
		if err == nil {
			r.job.narrow(result)
		}
		return result, nil, err
	}
	plan, err := fix.Make(ctx, fix.Options{Unsafe: r.flags.unsafeFixes, Analyze: r.analyze})
	if err != nil {
		return nil, nil, err
	}
	if !r.flags.diff {
		err = writeFixes(ctx, plan, r.job.dir)
	}
	r.job.narrow(plan.Result)
	return plan.Result, plan, err
}
