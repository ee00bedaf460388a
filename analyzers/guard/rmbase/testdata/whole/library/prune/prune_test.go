package prune

import "example.com/library/store"

// Tests are no callers.
var err = new(store.Store).Delete("x")
