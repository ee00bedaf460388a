// Package methods executes SQL by all methods that are known to.
package methods

import "context"

type statement struct{}

func (statement) Exec() error { return nil }

type database interface {
	Exec(query string, args ...any) statement
	ExecContext(ctx context.Context, query string, args ...any) statement
	MustExec(query string, args ...any) statement
	MustExecContext(ctx context.Context, query string, args ...any) statement
	Raw(query string, args ...any) statement
	RawQuery(query string, args ...any) statement
	NewRaw(query string, args ...any) statement
	Prepare(query string, args ...any) statement
}

func withExec(ctx context.Context, db database, work func() error) error {
	db.Exec("PRAGMA foreign_keys = OFF").Exec() // want `is not undone when the function returns`
	if err := work(); err != nil {
		return err
	}
	return db.Exec("PRAGMA foreign_keys = ON").Exec()
}

func withExecContext(ctx context.Context, db database, work func() error) error {
	db.ExecContext(ctx, "PRAGMA foreign_keys = OFF").Exec() // want `is not undone when the function returns`
	if err := work(); err != nil {
		return err
	}
	return db.ExecContext(ctx, "PRAGMA foreign_keys = ON").Exec()
}

func withMustExec(ctx context.Context, db database, work func() error) error {
	db.MustExec("PRAGMA foreign_keys = OFF").Exec() // want `is not undone when the function returns`
	if err := work(); err != nil {
		return err
	}
	return db.MustExec("PRAGMA foreign_keys = ON").Exec()
}

func withMustExecContext(ctx context.Context, db database, work func() error) error {
	db.MustExecContext(ctx, "PRAGMA foreign_keys = OFF").Exec() // want `is not undone when the function returns`
	if err := work(); err != nil {
		return err
	}
	return db.MustExecContext(ctx, "PRAGMA foreign_keys = ON").Exec()
}

func withRaw(ctx context.Context, db database, work func() error) error {
	db.Raw("PRAGMA foreign_keys = OFF").Exec() // want `is not undone when the function returns`
	if err := work(); err != nil {
		return err
	}
	return db.Raw("PRAGMA foreign_keys = ON").Exec()
}

func withRawQuery(ctx context.Context, db database, work func() error) error {
	db.RawQuery("PRAGMA foreign_keys = OFF").Exec() // want `is not undone when the function returns`
	if err := work(); err != nil {
		return err
	}
	return db.RawQuery("PRAGMA foreign_keys = ON").Exec()
}

func withNewRaw(ctx context.Context, db database, work func() error) error {
	db.NewRaw("PRAGMA foreign_keys = OFF").Exec() // want `is not undone when the function returns`
	if err := work(); err != nil {
		return err
	}
	return db.NewRaw("PRAGMA foreign_keys = ON").Exec()
}

// Prepare is none of them.
func prepare(db database, work func() error) error {
	db.Prepare("PRAGMA foreign_keys = OFF").Exec()
	if err := work(); err != nil {
		return err
	}
	return db.Prepare("PRAGMA foreign_keys = ON").Exec()
}
