module example.com/expiredcert

go 1.26
