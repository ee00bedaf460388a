module example.com/dstday/default

go 1.26
