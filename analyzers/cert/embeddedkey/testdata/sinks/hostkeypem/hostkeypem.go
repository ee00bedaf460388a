// Package hostkeypem passes encoded keys to HostKeyPEM.
package hostkeypem

import (
	"encoding/base64"

	fork "github.com/charmbracelet/ssh"
	"github.com/gliderlabs/ssh"
)

func host() ssh.Option {
	text, _ := base64.StdEncoding.DecodeString(hostText)
	return ssh.HostKeyPEM(text)
}

func forked() fork.Option {
	text, _ := base64.StdEncoding.DecodeString(forkText)
	return fork.HostKeyPEM(text)
}
