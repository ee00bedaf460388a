package models

import (
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	gofrsuuid "github.com/gofrs/uuid"
	"github.com/google/uuid"
	oldulid "github.com/oklog/ulid"
	"github.com/oklog/ulid/v2"
	"github.com/rs/xid"
	"github.com/segmentio/ksuid"
)

// A Store removes what named passes: since that is known to be a name, what other
// packages pass does not matter here.
type Store struct{}

func (s *Store) named(f *os.File, gofrs gofrsuuid.UUID, google uuid.UUID, old oldulid.ULID, id ulid.ULID, x xid.ID, k ksuid.KSUID, entry fs.DirEntry, info fs.FileInfo, sum []byte, n int64, u uint64, i int) {
	s.File(f.Name())
	s.GofrsUUID(gofrs.String())
	s.UUID(google.String())
	s.OldULID(old.String())
	s.ULID(id.String())
	s.XID(x.String())
	s.KSUID(k.String())
	s.Entry(entry.Name())
	s.Info(info.Name())
	s.Hex(hex.EncodeToString(sum))
	s.New(uuid.NewString())
	s.FormatInt(strconv.FormatInt(n, 10))
	s.FormatUint(strconv.FormatUint(u, 10))
	s.Itoa(strconv.Itoa(i))
}

func (*Store) File(name string) { os.RemoveAll(filepath.Join("data", name)) } // want File:`removesBelow\[1\]`

func (*Store) GofrsUUID(name string) { os.RemoveAll(filepath.Join("data", name)) } // want GofrsUUID:`removesBelow\[1\]`

func (*Store) UUID(name string) { os.RemoveAll(filepath.Join("data", name)) } // want UUID:`removesBelow\[1\]`

func (*Store) OldULID(name string) { os.RemoveAll(filepath.Join("data", name)) } // want OldULID:`removesBelow\[1\]`

func (*Store) ULID(name string) { os.RemoveAll(filepath.Join("data", name)) } // want ULID:`removesBelow\[1\]`

func (*Store) XID(name string) { os.RemoveAll(filepath.Join("data", name)) } // want XID:`removesBelow\[1\]`

func (*Store) KSUID(name string) { os.RemoveAll(filepath.Join("data", name)) } // want KSUID:`removesBelow\[1\]`

func (*Store) Entry(name string) { os.RemoveAll(filepath.Join("data", name)) } // want Entry:`removesBelow\[1\]`

func (*Store) Info(name string) { os.RemoveAll(filepath.Join("data", name)) } // want Info:`removesBelow\[1\]`

func (*Store) Hex(name string) { os.RemoveAll(filepath.Join("data", name)) } // want Hex:`removesBelow\[1\]`

func (*Store) New(name string) { os.RemoveAll(filepath.Join("data", name)) } // want New:`removesBelow\[1\]`

func (*Store) FormatInt(name string) { os.RemoveAll(filepath.Join("data", name)) } // want FormatInt:`removesBelow\[1\]`

func (*Store) FormatUint(name string) { os.RemoveAll(filepath.Join("data", name)) } // want FormatUint:`removesBelow\[1\]`

func (*Store) Itoa(name string) { os.RemoveAll(filepath.Join("data", name)) } // want Itoa:`removesBelow\[1\]`

// Uncalled is for other packages only.
func (*Store) Uncalled(name string) { // want Uncalled:`removesBelow\[1\]`
	os.RemoveAll(filepath.Join("data", name)) // want `with name "" removes "data" itself$`
}
