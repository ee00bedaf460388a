module example.com/calendar

go 1.26

require (
	cloud.google.com/go v1.0.0
	code.cloudfoundry.org/clock v1.0.0
	github.com/benbjohnson/clock v1.0.0
	github.com/coder/quartz v1.0.0
	github.com/dromara/carbon/v2 v2.0.0
	github.com/facebookgo/clock v1.0.0
	github.com/golang-module/carbon/v2 v2.0.0
	github.com/golang-sql/civil v1.0.0
	github.com/jinzhu/now v1.0.0
	github.com/jonboulle/clockwork v1.0.0
	github.com/juju/clock v1.0.0
	github.com/rickb777/date v1.0.0
	github.com/uniplaces/carbon v1.0.0
	google.golang.org/protobuf v1.0.0
	gorm.io/gorm v1.0.0
	k8s.io/apimachinery v1.0.0
	k8s.io/utils v1.0.0
)

replace (
	cloud.google.com/go => ./stubs/cloud.google.com/go
	code.cloudfoundry.org/clock => ./stubs/code.cloudfoundry.org/clock
	github.com/benbjohnson/clock => ./stubs/github.com/benbjohnson/clock
	github.com/coder/quartz => ./stubs/github.com/coder/quartz
	github.com/dromara/carbon/v2 => ./stubs/github.com/dromara/carbon/v2
	github.com/facebookgo/clock => ./stubs/github.com/facebookgo/clock
	github.com/golang-module/carbon/v2 => ./stubs/github.com/golang-module/carbon/v2
	github.com/golang-sql/civil => ./stubs/github.com/golang-sql/civil
	github.com/jinzhu/now => ./stubs/github.com/jinzhu/now
	github.com/jonboulle/clockwork => ./stubs/github.com/jonboulle/clockwork
	github.com/juju/clock => ./stubs/github.com/juju/clock
	github.com/rickb777/date => ./stubs/github.com/rickb777/date
	github.com/uniplaces/carbon => ./stubs/github.com/uniplaces/carbon
	google.golang.org/protobuf => ./stubs/google.golang.org/protobuf
	gorm.io/gorm => ./stubs/gorm.io/gorm
	k8s.io/apimachinery => ./stubs/k8s.io/apimachinery
	k8s.io/utils => ./stubs/k8s.io/utils
)
