module example.com/certdrop

go 1.26
