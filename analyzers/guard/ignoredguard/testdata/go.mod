module example.com/ignoredguard

go 1.26
