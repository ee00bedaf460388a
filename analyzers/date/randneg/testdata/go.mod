module example.com/randneg

go 1.26

require github.com/hashicorp/go-retryablehttp v0.7.7

replace github.com/hashicorp/go-retryablehttp => ./rhttp
