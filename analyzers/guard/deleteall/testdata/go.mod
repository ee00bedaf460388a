module example.com/deleteall

go 1.26

require (
	github.com/coreos/etcd v0.5.0
	github.com/jackc/pgx/v4 v4.18.3
	github.com/jackc/pgx/v5 v5.9.2
	github.com/jinzhu/gorm v1.9.16
	github.com/jmoiron/sqlx v1.4.0
	go.etcd.io/etcd v0.5.0
	go.etcd.io/etcd/client/v3 v3.5.0
	gorm.io/gorm v1.25.0
	k8s.io/apimachinery v0.30.0
	sigs.k8s.io/controller-runtime v0.18.0
)

require github.com/jackc/pgconn v1.14.3 // indirect

replace (
	github.com/coreos/etcd => ./stubs/etcd33
	github.com/jackc/pgconn => ./stubs/pgconn
	github.com/jackc/pgx/v4 => ./stubs/pgx4
	github.com/jackc/pgx/v5 => ./stubs/pgx5
	github.com/jinzhu/gorm => ./stubs/jinzhu
	github.com/jmoiron/sqlx => ./stubs/sqlx
	go.etcd.io/etcd => ./stubs/etcd34
	go.etcd.io/etcd/client/v3 => ./stubs/etcd
	gorm.io/gorm => ./stubs/gorm
	k8s.io/apimachinery => ./stubs/apimachinery
	sigs.k8s.io/controller-runtime => ./stubs/controller
)
