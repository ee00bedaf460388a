module example.com/expiredcert/strict

go 1.26
