module example.com/yeardayage

go 1.26
