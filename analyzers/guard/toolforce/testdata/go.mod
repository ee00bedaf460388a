module example.com/toolforce

go 1.26
