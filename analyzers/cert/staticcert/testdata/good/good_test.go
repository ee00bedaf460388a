package good

import (
	"net/http"
	"testing"
)

func TestServe(t *testing.T) {
	t.Log(http.ListenAndServeTLS(":0", "a", "b", nil))
}
