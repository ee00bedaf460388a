// Command authority signs certificates.
package main

import (
	"errors"
	"flag"
	"fmt"
	"time"

	"example.com/authority/config"
	"example.com/authority/internal/ca"
)

const maxYears = 50

func main() {
	var c config.Config
	if c.Validate() != nil {
		return
	}
	initialize(&c)

	years := flag.Int("years", 10, "years")
	flag.Parse()
	print(time.Duration(*years) * 365 * 24 * time.Hour) // reported
	ca.Sign(10)
	ca.Sign(maxYears)
	ca.Renew(*years)
	if err := checked(*years); err != nil {
		fmt.Println(err)
	}
}

func initialize(c *config.Config) {
	print(time.Duration(c.Years) * 365 * 24 * time.Hour)         // vetted
	print(time.Duration(c.PKI.RootYears) * 365 * 24 * time.Hour) // vetted
	print(time.Duration(c.Free) * 365 * 24 * time.Hour)          // reported
	print(time.Duration(c.Lower) * 365 * 24 * time.Hour)         // reported
	print(time.Duration(c.Huge) * 365 * 24 * time.Hour)          // reported
	print(time.Duration(c.Capped) * 365 * 24 * time.Hour)        // vetted
	print(time.Duration(c.Tagged) * 365 * 24 * time.Hour)        // vetted
	print(time.Duration(c.AtLeast) * 365 * 24 * time.Hour)       // reported
	print(time.Duration(c.Marked) * 365 * 24 * time.Hour)        // vetted
	print(time.Duration(c.Schema) * 365 * 24 * time.Hour)        // vetted
	print(time.Duration(c.Fluent) * 365 * 24 * time.Hour)        // vetted
	print(time.Duration(c.Named) * 365 * 24 * time.Hour)         // vetted
}

func checked(years int) error {
	if years > maxYears {
		return errors.New("too long")
	}
	ca.Checked(years)
	return nil
}
