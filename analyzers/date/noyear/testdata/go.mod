module example.com/noyear

go 1.26
