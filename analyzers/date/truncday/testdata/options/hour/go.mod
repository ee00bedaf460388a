module example.com/truncday/hour

go 1.26
