module example.com/randneg/unchecked

go 1.26
