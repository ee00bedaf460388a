module example.com/openflag

go 1.26

require (
	github.com/spf13/cobra v1.10.2
	github.com/spf13/pflag v1.0.10
	github.com/urfave/cli/v2 v2.27.7
)

replace (
	github.com/spf13/cobra => ./stubs/cobra
	github.com/spf13/pflag => ./stubs/pflag
	github.com/urfave/cli/v2 => ./stubs/cli
)
