module example.com/longcert

go 1.26
