module example.com/badvalidity

go 1.26
