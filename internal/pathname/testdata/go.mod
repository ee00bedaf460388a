module example.com/pathname

go 1.26
