module example.com/timeoverflow

go 1.26
