module example.com/authority

go 1.26
