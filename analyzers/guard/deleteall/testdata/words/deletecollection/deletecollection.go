// Package deletecollection holds one trigger word of each group.
package deletecollection

import "k8s.io/apimachinery/pkg/apis/meta/v1"

type nodes interface{ DeleteCollection(v1.ListOptions) error }

func Restart(nodes func() nodes) error {
	return nodes().DeleteCollection(v1.ListOptions{}) // want `selects neither`
}
