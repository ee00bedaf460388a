package cluster

// A HostReport is what a host agent tells the fabric controller: [Running],
// [GuestFailed] or [GuestSilent].
type HostReport interface{ hostReport() }

// Running says that a virtual machine runs and has its secrets.
type Running struct {
	Node NodeID
	VM   VMID
}

// GuestFailed says that a guest agent told why it cannot go on.
type GuestFailed struct {
	Node NodeID
	Failed
}

// GuestSilent says that a guest agent was not heard of in time.
type GuestSilent struct {
	Node    NodeID
	VM      VMID
	Version Version
	Clean   bool // no code of a customer ran in the virtual machine
	Strikes int  // timeouts in a row
	Last    bool // the host agent has given up
}

func (Running) hostReport()     {}
func (GuestFailed) hostReport() {}
func (GuestSilent) hostReport() {}
