module example.com/expiredcert/undated

go 1.26
