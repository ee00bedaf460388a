// Package bad serves with what it reads at its start.
package bad

import (
	"crypto/tls"
	"net"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
)

type settings struct{ cert, key string }

func (s settings) files() (string, string) { return s.cert, s.key }

func plain(s settings, h http.Handler) error {
	return http.ListenAndServeTLS(":443", s.cert, s.key, h) // want `http.ListenAndServeTLS\(":443", s.cert, s.key, h\) serves with the certificate that it reads now until the process ends: nothing in the package reads a renewed one`
}

func server(s settings, h http.Handler) error {
	srv := http.Server{Addr: ":443", Handler: h}
	return srv.ListenAndServeTLS(s.files()) // want `srv.ListenAndServeTLS\(s.files\(\)\)`
}

func listener(l net.Listener, srv *http.Server) error {
	return srv.ServeTLS(l, "/etc/tls/tls.crt", "/etc/tls/tls.key") // want `srv.ServeTLS`
}

func frameworks(s settings) {
	_ = new(gin.Engine).RunTLS(":443", s.cert, s.key)          // want `RunTLS`
	_ = new(echo.Echo).StartTLS(":443", s.cert, s.key)         // want `StartTLS`
	_ = new(fiber.App).ListenTLS(":443", s.cert, s.key)        // want `ListenTLS`
	_ = fasthttp.ListenAndServeTLS(":443", s.cert, s.key, nil) // want `ListenAndServeTLS`
	register(credentials.NewServerTLSFromFile(s.cert, s.key))  // want `NewServerTLSFromFile`
}

func configured(s settings) (*http.Server, error) {
	pair, err := tls.LoadX509KeyPair(s.cert, s.key) // want `tls.LoadX509KeyPair\(s.cert, s.key\) is served as it is read now until the process ends`
	if err != nil {
		return nil, err
	}
	return &http.Server{TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair}}}, nil
}

func config(s settings) (*tls.Config, error) {
	pair, err := tls.LoadX509KeyPair(s.cert, s.key) // want `LoadX509KeyPair`
	if err != nil {
		return nil, err
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}}, nil
}

func listen(s settings) (net.Listener, error) {
	cfg, err := config(s)
	if err != nil {
		return nil, err
	}
	return tls.Listen("tcp", ":443", cfg)
}

func rpc(s settings) (grpc.ServerOption, error) {
	pair, err := tls.LoadX509KeyPair(s.cert, s.key) // want `LoadX509KeyPair`
	if err != nil {
		return nil, err
	}
	return grpc.Creds(credentials.NewTLS(&tls.Config{Certificates: []tls.Certificate{pair}})), nil
}

func register(credentials.TransportCredentials, error) {}
