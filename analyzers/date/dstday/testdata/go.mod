module example.com/dstday

go 1.26

require github.com/jinzhu/now v1.0.0

replace github.com/jinzhu/now => ./stubs/github.com/jinzhu/now
