package reported

import (
	"os"
	"path/filepath"
)

type storage struct{ root string }

// Delete deletes the value of a key.
func (s *storage) Delete(key string) error { // want Delete:`removesBelow\[1\]`
	return os.RemoveAll(filepath.Join(s.root, key)) // want `with key "" removes s.root itself`
}
