module example.com/unrestored

go 1.26

require (
	github.com/gobuffalo/pop/v6 v6.1.1
	golang.org/x/sys v0.38.0
	gorm.io/gorm v1.31.1
	k8s.io/kubectl v0.36.2
)

replace (
	github.com/gobuffalo/pop/v6 => ./stubs/pop
	golang.org/x/sys => ./stubs/sys
	gorm.io/gorm => ./stubs/gorm
	k8s.io/kubectl => ./stubs/kubectl
)
