module example.com/localutc

go 1.26
