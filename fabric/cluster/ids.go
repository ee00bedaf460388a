package cluster

// A NodeID names a server.
type NodeID string

// A VMID names a virtual machine.
type VMID string

// A Version names a release of an artefact, such as the guest agent.
type Version string

// A Trigger is why a virtual machine starts. There are four, and each makes the
// guest agent create a new identity.
type Trigger int

// The triggers.
const (
	Deployment Trigger = iota + 1
	ScaleOut
	Update
	Healing
)

func (t Trigger) String() string {
	switch t {
	case Deployment:
		return "deployment"
	case ScaleOut:
		return "scale-out"
	case Update:
		return "update"
	case Healing:
		return "healing"
	}
	return "unknown trigger"
}

// A Stage is how far the start of a guest agent came.
type Stage string

// The stages.
const (
	StageSilent      Stage = "silent"      // it was never heard of
	StageCertificate Stage = "certificate" // it could not make its identity
	StageSecrets     Stage = "secrets"     // it could not open its secrets
)
