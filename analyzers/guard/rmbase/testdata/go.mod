module example.com/rmbase

go 1.26

require (
	github.com/gin-gonic/gin v1.11.0
	github.com/go-chi/chi v1.5.5
	github.com/go-chi/chi/v5 v5.3.2
	github.com/go-git/go-billy/v5 v5.9.1
	github.com/go-git/go-billy/v6 v6.0.0-alpha.2
	github.com/gofrs/uuid v3.2.0+incompatible
	github.com/google/uuid v1.6.0
	github.com/labstack/echo/v4 v4.15.4
	github.com/oklog/ulid v1.3.1
	github.com/oklog/ulid/v2 v2.1.2
	github.com/rs/xid v1.6.0
	github.com/segmentio/ksuid v1.0.4
	github.com/spf13/afero v1.15.0
	gopkg.in/src-d/go-billy.v4 v4.3.2
)

replace (
	github.com/gin-gonic/gin => ./stubs/gin
	github.com/go-chi/chi => ./stubs/chi4
	github.com/go-chi/chi/v5 => ./stubs/chi
	github.com/go-git/go-billy/v5 => ./stubs/billy5
	github.com/go-git/go-billy/v6 => ./stubs/billy6
	github.com/gofrs/uuid => ./stubs/gofrs-uuid
	github.com/google/uuid => ./stubs/google-uuid
	github.com/labstack/echo/v4 => ./stubs/echo
	github.com/oklog/ulid => ./stubs/ulid1
	github.com/oklog/ulid/v2 => ./stubs/ulid
	github.com/rs/xid => ./stubs/xid
	github.com/segmentio/ksuid => ./stubs/ksuid
	github.com/spf13/afero => ./stubs/afero
	gopkg.in/src-d/go-billy.v4 => ./stubs/billy4
)
