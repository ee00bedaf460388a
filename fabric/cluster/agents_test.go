package cluster_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/cluster"
)

var start = time.Date(2026, time.November, 22, 9, 0, 0, 0, time.UTC)

// An identity is a toy: it seals by a prefix.
type identity struct{ key byte }

func (i identity) Certificate() []byte { return []byte{i.key} }

func (i identity) Open(sealed, context []byte) ([]byte, error) {
	secret, ok := bytes.CutPrefix(sealed, append([]byte{i.key}, context...))
	if !ok {
		return nil, errors.New("sealed for somebody else")
	}
	return secret, nil
}

func create(random io.Reader, _ time.Time) (cluster.Identity, error) {
	key := make([]byte, 1)
	_, err := io.ReadFull(random, key)
	return identity{key[0]}, err
}

func seal(_ time.Time, vm cluster.VMID, certificate []byte) ([]byte, error) {
	return slices.Concat(certificate, cluster.SecretContext(vm), []byte("secret")), nil
}

// describe returns what a host agent does, a line each.
func describe(actions []cluster.HostAction) string {
	var lines []string
	for _, a := range actions {
		switch a := a.(type) {
		case cluster.BootGuest:
			lines = append(lines, fmt.Sprintf("boot %s for %s", a.VM, a.Trigger))
		case cluster.SetTimer:
			lines = append(lines, fmt.Sprintf("timer %d at %s", a.Expired.Attempt, a.At.Sub(start)))
		case cluster.Deliver:
			lines = append(lines, "deliver")
		case cluster.Reinit:
			lines = append(lines, fmt.Sprintf("reinit %s", a.VM))
		case cluster.Tell:
			switch r := a.Report.(type) {
			case cluster.GuestSilent:
				lines = append(lines, fmt.Sprintf("silent %d last=%t clean=%t", r.Strikes, r.Last, r.Clean))
			case cluster.GuestFailed:
				lines = append(lines, fmt.Sprintf("failed at %s: %v", r.Stage, r.Err))
			case cluster.Running:
				lines = append(lines, "running")
			}
		}
	}
	return strings.Join(lines, "; ")
}

// A hostStep is an event at a time after the start, and what the host agent does.
type hostStep struct {
	at    time.Duration
	event cluster.HostEvent
	want  string
}

func checkHost(t *testing.T, h *cluster.Host, steps []hostStep) {
	t.Helper()
	for i, s := range steps {
		if got := describe(h.Step(start.Add(s.at), s.event)); got != s.want {
			t.Errorf("step %d, %T at %s:\n got %s\nwant %s", i, s.event, s.at, got, s.want)
		}
	}
}

const minute = time.Minute

// TestTimeouts: a clean virtual machine that is never heard of is installed again
// after 25 and 50 minutes and given up after 75. LD-12, LD-13, LD-14.
func TestTimeouts(t *testing.T) {
	h := cluster.NewHost("n1", cluster.HostConfig{}, seal)
	checkHost(t, h, []hostStep{
		{0, cluster.Start{VM: "v", Guest: "2", Trigger: cluster.Update, Clean: true, Disposable: true}, "boot v for update; timer 1 at 25m0s"},
		{25 * minute, cluster.Expired{VM: "v", Attempt: 1}, "silent 1 last=false clean=true; reinit v; boot v for update; timer 2 at 50m0s"},
		{50 * minute, cluster.Expired{VM: "v", Attempt: 2}, "silent 2 last=false clean=true; reinit v; boot v for update; timer 3 at 1h15m0s"},
		{75 * minute, cluster.Expired{VM: "v", Attempt: 3}, "silent 3 last=true clean=true"},
		{100 * minute, cluster.Expired{VM: "v", Attempt: 3}, ""},
		{100 * minute, cluster.Expired{VM: "other", Attempt: 1}, ""},
	})
}

// TestNoLongerClean: once a virtual machine has its secrets, code of the customer may
// have run in it, also if it is started again as one that is clean. LD-14.
func TestNoLongerClean(t *testing.T) {
	h := cluster.NewHost("n1", cluster.HostConfig{}, seal)
	clean := cluster.Start{VM: "v", Trigger: cluster.Update, Clean: true}
	checkHost(t, h, []hostStep{
		{0, clean, "boot v for update; timer 1 at 25m0s"},
		{minute, cluster.Heard{cluster.Connected{VM: "v", Certificate: []byte{1}}}, "deliver"},
		{minute, cluster.Heard{cluster.Ready{VM: "v"}}, "running"},
		{5 * minute, clean, "boot v for update; timer 2 at 30m0s"},
		{30 * minute, cluster.Expired{VM: "v", Attempt: 2}, "silent 1 last=false clean=false; boot v for update; timer 3 at 55m0s"},
	})
}

// TestKept: what nobody said may be lost is started again, but not installed
// again. LD-13.
func TestKept(t *testing.T) {
	h := cluster.NewHost("n1", cluster.HostConfig{Timeout: time.Hour, Strikes: 2}, seal)
	checkHost(t, h, []hostStep{
		{0, cluster.Start{VM: "v", Trigger: cluster.Deployment}, "boot v for deployment; timer 1 at 1h0m0s"},
		{60 * minute, cluster.Expired{VM: "v", Attempt: 1}, "silent 1 last=false clean=false; boot v for deployment; timer 2 at 2h0m0s"},
		{120 * minute, cluster.Expired{VM: "v", Attempt: 2}, "silent 2 last=true clean=false"},
	})
}

// TestConnect: whoever is heard of in time resets the count, also just before the
// end of the timer. LD-12, LD-14.
func TestConnect(t *testing.T) {
	h := cluster.NewHost("n1", cluster.HostConfig{}, seal)
	late := 25*minute - time.Millisecond
	checkHost(t, h, []hostStep{
		{0, cluster.Start{VM: "v", Trigger: cluster.ScaleOut, Clean: true, Disposable: true}, "boot v for scale-out; timer 1 at 25m0s"},
		{25 * minute, cluster.Expired{VM: "v", Attempt: 1}, "silent 1 last=false clean=true; reinit v; boot v for scale-out; timer 2 at 50m0s"},
		{25*minute + late, cluster.Heard{cluster.Connected{VM: "v", Certificate: []byte{1}}}, "deliver"},
		{50 * minute, cluster.Expired{VM: "v", Attempt: 2}, ""},
		{51 * minute, cluster.Heard{cluster.Ready{VM: "v"}}, "running"},
		{60 * minute, cluster.Start{VM: "v", Trigger: cluster.Update, Disposable: true}, "boot v for update; timer 3 at 1h25m0s"},
		{85 * minute, cluster.Expired{VM: "v", Attempt: 3}, "silent 1 last=false clean=false; reinit v; boot v for update; timer 4 at 1h50m0s"},
	})
}

// TestStartedAgain: the timer of an earlier start is nothing to the next one, which has
// its whole time, also if the virtual machine was gone in between. LD-12.
func TestStartedAgain(t *testing.T) {
	h := cluster.NewHost("n1", cluster.HostConfig{}, seal)
	again := cluster.Start{VM: "v", Trigger: cluster.Update, Clean: true, Disposable: true}
	checkHost(t, h, []hostStep{
		{0, again, "boot v for update; timer 1 at 25m0s"},
		{20 * minute, again, "boot v for update; timer 2 at 45m0s"},
		{25 * minute, cluster.Expired{VM: "v", Attempt: 1}, ""},
		{30 * minute, cluster.Stop{VM: "v"}, ""},
		{30 * minute, again, "boot v for update; timer 3 at 55m0s"},
		{45 * minute, cluster.Expired{VM: "v", Attempt: 2}, ""},
		{55 * minute, cluster.Expired{VM: "v", Attempt: 3}, "silent 1 last=false clean=true; reinit v; boot v for update; timer 4 at 1h20m0s"},
	})
}

// TestTold: an agent that tells why it ends is not waited for. LD-11.
func TestTold(t *testing.T) {
	h := cluster.NewHost("n1", cluster.HostConfig{}, seal)
	failed := cluster.Failed{VM: "v", Version: "2", Stage: cluster.StageCertificate, Err: errors.New("no such day")}
	checkHost(t, h, []hostStep{
		{0, cluster.Start{VM: "v", Trigger: cluster.Deployment, Clean: true, Disposable: true}, "boot v for deployment; timer 1 at 25m0s"},
		{0, cluster.Heard{failed}, "failed at certificate: no such day"},
		{25 * minute, cluster.Expired{VM: "v", Attempt: 1}, ""},
	})
}

// TestStop: nothing is done for a virtual machine that is to run no longer.
func TestStop(t *testing.T) {
	h := cluster.NewHost("n1", cluster.HostConfig{}, seal)
	checkHost(t, h, []hostStep{
		{0, cluster.Start{VM: "v", Trigger: cluster.Deployment, Disposable: true}, "boot v for deployment; timer 1 at 25m0s"},
		{minute, cluster.Stop{VM: "v"}, ""},
		{25 * minute, cluster.Expired{VM: "v", Attempt: 1}, ""},
		{26 * minute, cluster.Heard{cluster.Connected{VM: "v"}}, ""},
	})
}

// TestSealFails: secrets that cannot be sealed are a failure of the guest, told at
// once.
func TestSealFails(t *testing.T) {
	h := cluster.NewHost("n1", cluster.HostConfig{}, func(time.Time, cluster.VMID, []byte) ([]byte, error) {
		return nil, errors.New("expired")
	})
	checkHost(t, h, []hostStep{
		{0, cluster.Start{VM: "v", Trigger: cluster.Healing}, "boot v for healing; timer 1 at 25m0s"},
		{minute, cluster.Heard{cluster.Connected{VM: "v"}}, "failed at secrets: expired"},
	})
}

// TestGuest: each start makes a new identity, whatever triggers it, and only its
// own secrets are opened. LD-06, LD-07.
func TestGuest(t *testing.T) {
	g := cluster.NewGuest("v", "1", bytes.NewReader([]byte{1, 2, 3, 4}), create)
	var keys []byte
	for _, trigger := range []cluster.Trigger{cluster.Deployment, cluster.ScaleOut, cluster.Update, cluster.Healing} {
		reports := g.Step(start, cluster.Boot{Trigger: trigger})
		connected, ok := reports[0].(cluster.Connected)
		if !ok {
			t.Fatalf("%s: %#v", trigger, reports)
		}
		keys = append(keys, connected.Certificate...)
		sealed, _ := seal(start, "v", connected.Certificate)
		if got := g.Step(start, cluster.Secrets{VM: "v", Sealed: sealed}); !slices.Equal(got, []cluster.GuestReport{cluster.Ready{VM: "v"}}) {
			t.Errorf("%s: %#v, want ready", trigger, got)
		}
	}
	if !bytes.Equal(keys, []byte{1, 2, 3, 4}) {
		t.Errorf("keys %v, want a new one for each start", keys)
	}
	old, _ := seal(start, "v", []byte{3})
	if f, ok := g.Step(start, cluster.Secrets{VM: "v", Sealed: old})[0].(cluster.Failed); !ok || f.Stage != cluster.StageSecrets {
		t.Errorf("secrets for an old identity: %#v", f)
	}
	others, _ := seal(start, "w", []byte{4})
	if f, ok := g.Step(start, cluster.Secrets{VM: "w", Sealed: others})[0].(cluster.Failed); !ok || f.Stage != cluster.StageSecrets {
		t.Errorf("secrets of another virtual machine: %#v", f)
	}
}

// TestGuestFails: a guest agent that cannot make its identity says so, and has none
// of before. LD-11.
func TestGuestFails(t *testing.T) {
	g := cluster.NewGuest("v", "1", bytes.NewReader([]byte{1}), create)
	g.Step(start, cluster.Boot{Trigger: cluster.Deployment})
	f, ok := g.Step(start, cluster.Boot{Trigger: cluster.Update})[0].(cluster.Failed)
	if !ok || f.Stage != cluster.StageCertificate || !errors.Is(f.Err, io.EOF) || f.Version != "1" {
		t.Errorf("%#v, want a failure at the certificate", f)
	}
	sealed, _ := seal(start, "v", []byte{1})
	if f, ok := g.Step(start, cluster.Secrets{VM: "v", Sealed: sealed})[0].(cluster.Failed); !ok || f.Stage != cluster.StageSecrets {
		t.Errorf("secrets without an identity: %#v", f)
	}
}
