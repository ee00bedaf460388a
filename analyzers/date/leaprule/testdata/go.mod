module example.com/leaprule

go 1.26
