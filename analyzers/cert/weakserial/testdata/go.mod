module example.com/weakserial

go 1.26
