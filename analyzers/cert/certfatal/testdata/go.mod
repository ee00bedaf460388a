module example.com/certfatal

go 1.26
