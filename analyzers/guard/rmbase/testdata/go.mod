module example.com/rmbase

go 1.26
