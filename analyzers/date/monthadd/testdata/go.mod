module example.com/monthadd

go 1.26
