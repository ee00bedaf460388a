module example.com/unguarded

go 1.26
