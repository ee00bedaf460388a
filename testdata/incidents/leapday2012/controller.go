package leapday2012

// A Server is what the fabric controller knows of a server.
type Server struct {
	Name  string
	State State
	VMs   []string // that run on it
}

// A Controller is the fabric controller of a cluster. It moves virtual machines
// away from servers that are faulty.
type Controller struct {
	// MaxFaulty is how many servers may be faulty before no virtual machine is
	// moved any more; 0 is no limit.
	MaxFaulty int
	// Start starts a virtual machine on a server.
	Start func(vm, server string)
	// Investigate tells a person to look at a server.
	Investigate func(server string)

	servers []*Server
	byName  map[string]*Server
	next    int // where the next virtual machine is placed
	faulty  int
	stopped bool
}

// NewController returns the controller of a cluster of servers.
func NewController(servers []*Server) *Controller {
	c := &Controller{servers: servers, byName: make(map[string]*Server)}
	for _, s := range servers {
		c.byName[s.Name] = s
	}
	return c
}

// Stopped reports whether so many servers are faulty that nothing is moved any
// more.
func (c *Controller) Stopped() bool { return c.stopped }

// Timeout takes the report of a host that a guest agent has not connected, for the
// n-th time. The guest agent would have said so if it had a problem, so it must be
// the hardware.
func (c *Controller) Timeout(server string, n int) {
	s := c.byName[server]
	if n < maxTimeouts || s.State == Faulty {
		return
	}
	s.State = Faulty
	c.faulty++
	c.Investigate(s.Name)
	if c.faulty == c.MaxFaulty {
		c.stopped = true
	}
	if !c.stopped {
		c.heal(s)
	}
}

// Connected takes the report of a host that a virtual machine runs.
func (c *Controller) Connected(server, vm string) {
	s := c.byName[server]
	s.VMs = append(s.VMs, vm)
}

// heal moves the virtual machines of a server to others.
func (c *Controller) heal(s *Server) {
	for _, vm := range s.VMs {
		to := c.place()
		if to == nil {
			return
		}
		c.Start(vm, to.Name)
	}
	s.VMs = nil
}

// place returns the next server that is not faulty.
func (c *Controller) place() *Server {
	for range c.servers {
		s := c.servers[c.next%len(c.servers)]
		c.next++
		if s.State == Healthy {
			return s
		}
	}
	return nil
}
