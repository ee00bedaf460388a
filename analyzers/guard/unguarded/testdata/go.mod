module example.com/unguarded

go 1.26

require (
	cloud.google.com/go/storage v1.64.0
	github.com/Azure/azure-sdk-for-go/sdk/storage/azblob v1.8.0
	github.com/aws/aws-sdk-go-v2/service/dynamodb v1.99.0
	github.com/aws/aws-sdk-go-v2/service/ec2 v1.99.0
	github.com/aws/aws-sdk-go-v2/service/rds v1.99.0
	github.com/aws/aws-sdk-go-v2/service/s3 v1.99.0
	github.com/pkg/errors v0.9.1
	go.etcd.io/etcd v0.5.0
	go.etcd.io/etcd/client/v3 v3.6.0
	golang.org/x/sync v0.20.0
	gorm.io/gorm v1.31.0
	k8s.io/client-go v0.36.0
	k8s.io/kubectl v0.36.3
	k8s.io/mount-utils v0.36.4
	k8s.io/utils v0.0.1
	sigs.k8s.io/controller-runtime v0.24.0
)

replace (
	cloud.google.com/go/storage => ./stubs/storage
	github.com/Azure/azure-sdk-for-go/sdk/storage/azblob => ./stubs/azblob
	github.com/aws/aws-sdk-go-v2/service/dynamodb => ./stubs/dynamodb
	github.com/aws/aws-sdk-go-v2/service/ec2 => ./stubs/ec2
	github.com/aws/aws-sdk-go-v2/service/rds => ./stubs/rds
	github.com/aws/aws-sdk-go-v2/service/s3 => ./stubs/s3
	github.com/pkg/errors => ./stubs/errors
	go.etcd.io/etcd => ./stubs/etcd-old
	go.etcd.io/etcd/client/v3 => ./stubs/etcd
	golang.org/x/sync => ./stubs/sync
	gorm.io/gorm => ./stubs/gorm
	k8s.io/client-go => ./stubs/client-go
	k8s.io/kubectl => ./stubs/kubectl
	k8s.io/mount-utils => ./stubs/mount-utils
	k8s.io/utils => ./stubs/k8s-utils
	sigs.k8s.io/controller-runtime => ./stubs/controller-runtime
)
