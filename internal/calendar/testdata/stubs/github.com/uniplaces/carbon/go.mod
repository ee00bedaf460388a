module github.com/uniplaces/carbon

go 1.26
