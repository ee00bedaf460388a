module example.com/expiredcert/within

go 1.26
