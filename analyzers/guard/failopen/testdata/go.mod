module example.com/failopen

go 1.26
