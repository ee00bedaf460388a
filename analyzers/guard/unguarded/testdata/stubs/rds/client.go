// Package rds is a stub.
package rds

import "context"

type Client struct{}

func (c *Client) DeleteDBCluster(ctx context.Context, params any) (any, error) {
	return nil, nil
}

func (c *Client) DeleteDBInstance(ctx context.Context, params any) (any, error) {
	return nil, nil
}
