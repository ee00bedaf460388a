module example.com/isoyear

go 1.26
