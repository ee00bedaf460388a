module github.com/coder/quartz

go 1.26
