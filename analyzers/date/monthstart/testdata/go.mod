module example.com/monthstart

go 1.26
