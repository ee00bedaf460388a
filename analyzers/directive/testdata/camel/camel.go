// Package camel writes the name with two capitals.
package camel

func format() {
	//LeapGuard:ok format reason // want `plain text`
}
