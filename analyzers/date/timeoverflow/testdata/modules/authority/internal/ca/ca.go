// Package ca signs.
package ca

import "time"

func Sign(years int) time.Duration {
	return time.Duration(years) * 365 * 24 * time.Hour // vetted
}

func Renew(years int) time.Duration {
	return time.Duration(years) * 365 * 24 * time.Hour // reported
}

func Checked(years int) time.Duration {
	return time.Duration(years) * 365 * 24 * time.Hour // vetted
}
