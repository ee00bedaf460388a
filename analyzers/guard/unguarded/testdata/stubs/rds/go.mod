module github.com/aws/aws-sdk-go-v2/service/rds

go 1.26
