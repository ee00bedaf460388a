module github.com/juju/clock

go 1.26
