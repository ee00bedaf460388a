module example.com/statehole

go 1.26
