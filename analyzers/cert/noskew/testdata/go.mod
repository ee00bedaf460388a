module example.com/noskew

go 1.26
