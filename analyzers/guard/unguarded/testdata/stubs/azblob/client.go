// Package azblob is a stub.
package azblob

import "context"

type Client struct{}

func (c *Client) DeleteContainer(ctx context.Context, name string, o any) (any, error) {
	return nil, nil
}

func (c *Client) DeleteBlob(ctx context.Context, container, name string, o any) (any, error) {
	return nil, nil
}
