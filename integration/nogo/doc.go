// Package nogo pins what Bazel's nogo is built from: rules_go, whose sources the
// tests of package integration compile, and leapguard.
package nogo

import _ "github.com/leapguard/leapguard/analyzers"
