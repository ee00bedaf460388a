// Package s3 is a stub.
package s3

import "context"

type Client struct{}

func (c *Client) DeleteBucket(ctx context.Context, params any) (any, error) {
	return nil, nil
}

func (c *Client) DeleteObject(ctx context.Context, params any) (any, error) {
	return nil, nil
}

func (c *Client) DeleteObjects(ctx context.Context, params any) (any, error) {
	return nil, nil
}
