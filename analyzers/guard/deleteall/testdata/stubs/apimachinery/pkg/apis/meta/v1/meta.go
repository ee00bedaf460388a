// Package v1 stands for the types of Kubernetes' API.
package v1

const NamespaceAll = ""

type (
	DeleteOptions struct{}
	ListOptions   struct{ LabelSelector, FieldSelector string }
)
