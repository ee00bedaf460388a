module example.com/weakserial/options/clock

go 1.26
