module example.com/weakserial/options/bits

go 1.26
