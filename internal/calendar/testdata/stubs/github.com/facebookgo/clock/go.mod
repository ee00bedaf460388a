module github.com/facebookgo/clock

go 1.26
