module k8s.io/mount-utils

go 1.26
