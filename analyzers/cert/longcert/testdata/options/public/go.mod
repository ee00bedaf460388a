module example.com/longcert/public

go 1.26
