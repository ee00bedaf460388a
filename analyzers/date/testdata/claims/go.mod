module claims

go 1.26
