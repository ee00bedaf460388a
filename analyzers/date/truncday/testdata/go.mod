module example.com/truncday

go 1.26
