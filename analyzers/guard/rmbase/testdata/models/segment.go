package models

import (
	"net/http"
	"os"
	"path/filepath"

	"github.com/gin-gonic/gin"
	oldchi "github.com/go-chi/chi"
	"github.com/go-chi/chi/v5"
	"github.com/labstack/echo/v4"
)

func Segments(g *gin.Context, e echo.Context, r *http.Request) {
	name1 := g.Param("name")
	os.RemoveAll(filepath.Join("data", name1)) // want `with g.Param\("name"\) ".." removes the parent of "data"$`

	name2 := e.Param("name")
	os.RemoveAll(filepath.Join("data", name2)) // want `with e.Param\("name"\) ".." removes the parent of "data"$`

	name3 := r.PathValue("name")
	os.RemoveAll(filepath.Join("data", name3)) // want `with r.PathValue\("name"\) ".." removes the parent of "data"$`

	name4 := oldchi.URLParam(r, "name")
	os.RemoveAll(filepath.Join("data", name4)) // want `with oldchi.URLParam\(r, "name"\) ".." removes the parent of "data"$`

	name5 := chi.URLParam(r, "name")
	os.RemoveAll(filepath.Join("data", name5)) // want `with chi.URLParam\(r, "name"\) ".." removes the parent of "data"$`
}
