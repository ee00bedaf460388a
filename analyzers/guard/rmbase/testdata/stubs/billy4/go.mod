module gopkg.in/src-d/go-billy.v4

go 1.26
