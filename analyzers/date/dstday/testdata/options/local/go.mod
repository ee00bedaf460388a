module example.com/dstday/local

go 1.26
