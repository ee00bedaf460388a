module github.com/dromara/carbon/v2

go 1.26
