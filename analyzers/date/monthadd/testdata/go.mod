module example.com/monthadd

go 1.26

require (
	cloud.google.com/go v1.0.0
	github.com/dromara/carbon/v2 v2.0.0
	github.com/go-co-op/gocron v1.0.0
	github.com/golang-module/carbon/v2 v2.0.0
	github.com/jinzhu/now v1.0.0
	github.com/robfig/cron/v3 v3.0.0
	github.com/uniplaces/carbon v1.0.0
	google.golang.org/protobuf v1.0.0
	k8s.io/apimachinery v1.0.0
)

replace (
	cloud.google.com/go => ./stubs/cloud.google.com/go
	github.com/dromara/carbon/v2 => ./stubs/github.com/dromara/carbon/v2
	github.com/go-co-op/gocron => ./stubs/github.com/go-co-op/gocron
	github.com/golang-module/carbon/v2 => ./stubs/github.com/golang-module/carbon/v2
	github.com/jinzhu/now => ./stubs/github.com/jinzhu/now
	github.com/robfig/cron/v3 => ./stubs/github.com/robfig/cron/v3
	github.com/uniplaces/carbon => ./stubs/github.com/uniplaces/carbon
	google.golang.org/protobuf => ./stubs/google.golang.org/protobuf
	k8s.io/apimachinery => ./stubs/k8s.io/apimachinery
)
