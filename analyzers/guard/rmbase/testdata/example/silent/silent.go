package silent

import (
	"fmt"
	"os"
	"path/filepath"
)

type storage struct{ root string }

// Delete deletes the value of a key.
func (s *storage) Delete(key string) error {
	if key == "" || !filepath.IsLocal(key) || filepath.Clean(key) == "." {
		return fmt.Errorf("%q is no key", key)
	}
	return os.RemoveAll(filepath.Join(s.root, key))
}
