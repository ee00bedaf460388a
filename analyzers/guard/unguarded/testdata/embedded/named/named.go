// Package named has what other objects embed.
package named

// Meta is what objects of all kinds have.
type Meta struct{ Name string }

// GetName returns the name.
func (m *Meta) GetName() string { return m.Name }
