module example.com/deleteall

go 1.26

require (
	github.com/jmoiron/sqlx v1.4.0
	go.etcd.io/etcd/client/v3 v3.5.0
	gorm.io/gorm v1.25.0
	k8s.io/apimachinery v0.30.0
	sigs.k8s.io/controller-runtime v0.18.0
)

replace (
	github.com/jmoiron/sqlx => ./stubs/sqlx
	go.etcd.io/etcd/client/v3 => ./stubs/etcd
	gorm.io/gorm => ./stubs/gorm
	k8s.io/apimachinery => ./stubs/apimachinery
	sigs.k8s.io/controller-runtime => ./stubs/controller
)
