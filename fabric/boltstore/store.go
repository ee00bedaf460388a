package boltstore

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"github.com/leapguard/leapguard/fabric/cluster"
)

// Errors, to be compared by [errors.Is]. Of a file that was cut off or damaged, the
// error is [cluster.ErrCorrupt].
var (
	// ErrForeign says that a file is of another program.
	ErrForeign = errors.New("boltstore: not a file of this package")
	// ErrNewer says that a file is of a later version of this package, or of bbolt.
	ErrNewer = errors.New("boltstore: file of a later version")
	// ErrLocked says that another Store, perhaps of another process, has the file open.
	ErrLocked = errors.New("boltstore: file is in use")
	// ErrClosed says that a Store was closed, or is the zero value.
	ErrClosed = errors.New("boltstore: not open")
)

// format is the version of what is in the bucket.
const format = "1"

// What is in a file: a bucket with three keys.
var (
	bucketName = []byte("leapguard fabric")
	formatKey  = []byte("format")
	stateKey   = []byte("state")
	sumKey     = []byte("sha256")
)

// patience is how long to wait for a lock, which others hold for as long while they
// look at a file.
const patience = time.Second

// A Store is a file with the state of a fabric controller. It is safe for concurrent
// use. [Open] returns one; the zero value is closed.
type Store struct {
	db *bolt.DB

	mu   sync.Mutex
	term uint64 // of the state in the file
}

// Open opens a file, which is created if there is none. The error is [ErrLocked],
// [ErrForeign], [ErrNewer], [cluster.ErrCorrupt], or one of the file system.
func Open(path string) (*Store, error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		if err := create(path); err != nil {
			return nil, err
		}
	}
	if err := inspect(path); err != nil {
		return nil, err
	}
	db, err := open(path, false)
	if err != nil {
		return nil, err
	}
	s := &Store{db: db}
	state, err := s.Load(context.Background())
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	s.term = state.Permits.Epoch
	return s, nil
}

// open opens a file that exists, by bbolt.
func open(path string, readOnly bool) (*bolt.DB, error) {
	options := *bolt.DefaultOptions
	options.Timeout, options.ReadOnly = patience, readOnly
	options.OpenFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
		return os.OpenFile(name, flag&^os.O_CREATE, mode)
	}
	db, err := bolt.Open(path, 0o600, &options)
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("%w: %s", ErrLocked, path)
	}
	return db, err
}

// inspect looks at all of a file while nobody writes to it.
func inspect(path string) (err error) {
	db, openErr := open(path, true)
	if openErr == nil {
		defer func() { err = errors.Join(err, db.Close()) }()
	}
	if errors.Is(openErr, ErrLocked) {
		return openErr
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := check(data); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if openErr != nil {
		return fmt.Errorf("%w: %s: %w", cluster.ErrCorrupt, path, openErr)
	}
	return nil
}

// create makes a file with the zero State. Under its name it exists only when it is
// complete; if somebody else was faster, theirs is kept.
func create(path string) (err error) {
	// In the same directory, also where path names none, or it could not be linked.
	draft, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".new-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Remove(draft.Name())) }()
	if err := draft.Close(); err != nil {
		return err
	}
	db, err := open(draft.Name(), false)
	if err != nil {
		return err
	}
	s := &Store{db: db}
	if err := errors.Join(s.Save(context.Background(), cluster.State{}), db.Close()); err != nil {
		return err
	}
	if err := os.Link(draft.Name(), path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// Close ends the use of the file. To close it again does nothing.
func (s *Store) Close() error {
	if s.db == nil {
		return nil
	}
	return s.db.Close()
}

// opened returns the database of a Store that was opened, or [ErrClosed].
func (s *Store) opened() (*bolt.DB, error) {
	if s.db == nil {
		return nil, ErrClosed
	}
	return s.db, nil
}

// closed returns an error of bbolt as one of this package, if it has one.
func closed(err error) error {
	if errors.Is(err, bolterrors.ErrDatabaseNotOpen) {
		return fmt.Errorf("%w: %w", ErrClosed, err)
	}
	return err
}

// Load implements [cluster.Store]. The error is [ErrClosed], [cluster.ErrCorrupt],
// [ErrForeign], [ErrNewer], or that of the context.
func (s *Store) Load(ctx context.Context) (cluster.State, error) {
	if err := ctx.Err(); err != nil {
		return cluster.State{}, err
	}
	db, err := s.opened()
	if err != nil {
		return cluster.State{}, err
	}
	var state cluster.State
	err = db.View(func(tx *bolt.Tx) error {
		b := tx.Bucket(bucketName)
		if b == nil {
			return fmt.Errorf("%w: it has other buckets", ErrForeign)
		}
		var err error
		state, err = decode(b.Get(formatKey), b.Get(stateKey), b.Get(sumKey))
		return err
	})
	return state, closed(err)
}

// decode reads the values of the three keys.
func decode(version, data, sum []byte) (cluster.State, error) {
	if !bytes.Equal(sum, checksum(version, data)) {
		return cluster.State{}, fmt.Errorf("%w: the checksum is wrong", cluster.ErrCorrupt)
	}
	if string(version) != format {
		return cluster.State{}, fmt.Errorf("%w: %q, not %q", ErrNewer, version, format)
	}
	return cluster.DecodeState(data)
}

func checksum(version, data []byte) []byte {
	h := sha256.New()
	fmt.Fprintf(h, "%d ", len(version))
	h.Write(version)
	h.Write(data)
	return h.Sum(nil)
}

// Save implements [cluster.Store]. A state that could not be loaded again is not saved:
// the error is [cluster.ErrCorrupt]. Nor is one of an earlier term than that in the
// file, since its primary is one no longer: the error is [cluster.ErrStale]. Others are
// [ErrClosed], that of the context, and those of the file system. After an error the
// file has the state that it had.
func (s *Store) Save(ctx context.Context, state cluster.State) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	db, err := s.opened()
	if err != nil {
		return err
	}
	data, err := cluster.EncodeState(state)
	if err != nil {
		return err
	}
	if _, err := cluster.DecodeState(data); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if state.Permits.Epoch < s.term {
		return fmt.Errorf("%w: %d, the present one is %d", cluster.ErrStale, state.Permits.Epoch, s.term)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists(bucketName)
		if err != nil {
			return err
		}
		return errors.Join(
			b.Put(formatKey, []byte(format)), b.Put(stateKey, data), b.Put(sumKey, checksum([]byte(format), data)),
		)
	})
	if err != nil {
		return closed(err)
	}
	s.term = state.Permits.Epoch
	return nil
}
