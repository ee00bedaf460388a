module example.com/staleguard

go 1.26
