// The application takes requests.
package main

import (
	"flag"
	"net/http"

	"example.com/application/store"
)

var tenant = flag.String("tenant", "", "the tenant to remove")

type deleter interface{ Delete(key string) error }

func main() {
	flag.Parse()
	if err := store.Remove("tenants", *tenant); err != nil {
		panic(err)
	}
	serve(new(store.Store))
}

func serve(d deleter) {
	http.HandleFunc("DELETE /{key}", func(w http.ResponseWriter, r *http.Request) {
		if key := r.PathValue("key"); key != ".." {
			_ = d.Delete(key)
		}
	})
}
