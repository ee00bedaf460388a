// Package deleteallof holds one trigger word of each group.
package deleteallof

import "sigs.k8s.io/controller-runtime/pkg/client"

func Restart(c client.Client) error {
	return c.DeleteAllOf(nil, nil) // want `selects neither`
}
