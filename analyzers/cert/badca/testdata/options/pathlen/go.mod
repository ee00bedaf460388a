module example.com/badca/options/pathlen

go 1.26
