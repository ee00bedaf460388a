// The examples show how to.
package main

import "example.com/library/prune"

func main() { _ = prune.Delete(nil) }
