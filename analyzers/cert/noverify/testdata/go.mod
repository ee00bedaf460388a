module example.com/noverify

go 1.26
