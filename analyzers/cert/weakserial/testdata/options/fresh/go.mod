module example.com/weakserial/options/fresh

go 1.26
