module example.com/yearadd

go 1.26
