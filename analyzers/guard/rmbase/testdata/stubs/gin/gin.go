// Package gin stands for Gin.
package gin

type Context struct{}

func (c *Context) Param(key string) string            { return "" }
func (c *Context) PostForm(key string) (value string) { return "" }
func (c *Context) Query(key string) (value string)    { return "" }
