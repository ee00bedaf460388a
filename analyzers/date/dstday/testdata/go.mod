module example.com/dstday

go 1.26
