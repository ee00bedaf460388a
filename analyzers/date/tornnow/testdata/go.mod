module example.com/tornnow

go 1.26
