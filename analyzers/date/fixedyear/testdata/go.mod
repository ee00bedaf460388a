module example.com/fixedyear

go 1.26
