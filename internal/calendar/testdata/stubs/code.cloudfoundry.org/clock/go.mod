module code.cloudfoundry.org/clock

go 1.26
