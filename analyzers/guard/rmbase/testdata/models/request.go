package models

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

func Gin(c *gin.Context) {
	name1 := c.PostForm("name")
	os.RemoveAll(filepath.Join("data", name1)) // want `with c.PostForm\("name"\) "" removes "data" itself$`
	if name1 != "" {
		os.RemoveAll(filepath.Join("data", name1)) // want `with c.PostForm\("name"\) ".." removes the parent of "data"$`
	}

	name2 := c.Query("name")
	os.RemoveAll(filepath.Join("data", name2)) // want `with c.Query\("name"\) "" removes "data" itself$`
	if name2 != "" {
		os.RemoveAll(filepath.Join("data", name2)) // want `with c.Query\("name"\) ".." removes the parent of "data"$`
	}
}

func Echo(c echo.Context) {
	name1 := c.FormValue("name")
	os.RemoveAll(filepath.Join("data", name1)) // want `with c.FormValue\("name"\) "" removes "data" itself$`
	if name1 != "" {
		os.RemoveAll(filepath.Join("data", name1)) // want `with c.FormValue\("name"\) ".." removes the parent of "data"$`
	}

	name2 := c.QueryParam("name")
	os.RemoveAll(filepath.Join("data", name2)) // want `with c.QueryParam\("name"\) "" removes "data" itself$`
	if name2 != "" {
		os.RemoveAll(filepath.Join("data", name2)) // want `with c.QueryParam\("name"\) ".." removes the parent of "data"$`
	}
}

func HTTP(r *http.Request, query url.Values) {
	name1 := r.FormValue("name")
	os.RemoveAll(filepath.Join("data", name1)) // want `with r.FormValue\("name"\) "" removes "data" itself$`
	if name1 != "" {
		os.RemoveAll(filepath.Join("data", name1)) // want `with r.FormValue\("name"\) ".." removes the parent of "data"$`
	}

	name2 := r.PostFormValue("name")
	os.RemoveAll(filepath.Join("data", name2)) // want `with r.PostFormValue\("name"\) "" removes "data" itself$`
	if name2 != "" {
		os.RemoveAll(filepath.Join("data", name2)) // want `with r.PostFormValue\("name"\) ".." removes the parent of "data"$`
	}

	name3 := query.Get("name")
	os.RemoveAll(filepath.Join("data", name3)) // want `with query.Get\("name"\) "" removes "data" itself$`
	if name3 != "" {
		os.RemoveAll(filepath.Join("data", name3)) // want `with query.Get\("name"\) ".." removes the parent of "data"$`
	}
}
