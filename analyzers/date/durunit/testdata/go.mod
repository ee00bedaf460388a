module example.com/durunit

go 1.26
