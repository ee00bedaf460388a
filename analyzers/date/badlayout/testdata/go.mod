module example.com/badlayout

go 1.26
