module github.com/charmbracelet/wish

go 1.26
