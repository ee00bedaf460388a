module example.com/certdrop/options/parameters

go 1.26
