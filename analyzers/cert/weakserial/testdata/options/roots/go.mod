module example.com/weakserial/options/roots

go 1.26
