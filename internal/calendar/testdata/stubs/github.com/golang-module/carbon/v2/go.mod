module github.com/golang-module/carbon/v2

go 1.26
