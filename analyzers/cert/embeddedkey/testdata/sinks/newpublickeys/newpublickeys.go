// Package newpublickeys passes encoded keys to NewPublicKeys.
package newpublickeys

import (
	"encoding/base64"

	"github.com/go-git/go-git/v5/plumbing/transport/ssh"
)

func login() (any, error) {
	text, err := base64.StdEncoding.DecodeString(loginText)
	if err != nil {
		return nil, err
	}
	return ssh.NewPublicKeys("git", text, "")
}
