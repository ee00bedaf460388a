module example.com/timeoverflow/count

go 1.26
