// Package ec2 is a stub.
package ec2

import "context"

type Client struct{}

func (c *Client) DeleteSnapshot(ctx context.Context, params any) (any, error) {
	return nil, nil
}

func (c *Client) DeleteVolume(ctx context.Context, params any) (any, error) {
	return nil, nil
}

func (c *Client) TerminateInstances(ctx context.Context, params any) (any, error) {
	return nil, nil
}
