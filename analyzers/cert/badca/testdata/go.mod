module example.com/badca

go 1.26
