module example.com/flow

go 1.26

require github.com/rs/zerolog v0.0.0

replace github.com/rs/zerolog => ./zerolog
