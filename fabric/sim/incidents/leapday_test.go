package incidents_test

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/sim"
	"github.com/leapguard/leapguard/fabric/sim/incidents"
)

// leapWaves returns how many nodes were taken out of service, by the times at which
// some were, and those times after midnight.
func leapWaves(w *sim.World, name string) (waves []int, times []time.Duration) {
	for l := range w.Trace.All(name + " alarm node ") {
		at := l.At.Sub(incidents.LeapDayStart())
		if len(times) == 0 || times[len(times)-1] != at {
			waves, times = append(waves, 0), append(times, at)
		}
		waves[len(waves)-1]++
	}
	return waves, times
}

// leapFirst returns when the first line with a prefix was, after midnight.
func leapFirst(w *sim.World, prefix string) (time.Duration, bool) {
	l, ok := w.Trace.First(prefix)
	return l.At.Sub(incidents.LeapDayStart()), ok
}

// TestLeapDayTimes: with the code of the outage, virtual machines that start at
// midnight UTC are installed again after 25 and 50 minutes; after 75 minutes exactly
// their nodes are taken for broken, and the threshold is reached. That is the first
// that anybody hears of it. Rows TL-L1 to TL-L3. LD-10, LD-11, LD-12, LD-13, LD-14,
// LD-43.
func TestLeapDayTimes(t *testing.T) {
	w := newWorld(t, incidents.LeapDayStart(), 1)
	config := incidents.LeapDayConfig{Nodes: 1000, PerNode: 10, Starts: 50}
	newNaiveDay(w, "a", config, 50, buggyAgents).trigger(config)
	w.Run(incidents.LeapDayStart().Add(75 * time.Minute))
	times := make(map[string][]time.Duration)
	for l := range w.Trace.All("a ") {
		at, what := l.At.Sub(incidents.LeapDayStart()), strings.Fields(l.Text)[1]
		if !slices.Contains(times[what], at) {
			times[what] = append(times[what], at)
		}
	}
	const m = time.Minute
	for what, want := range map[string][]time.Duration{
		"failure": {0, 25 * m, 50 * m, 75 * m},
		"timeout": {25 * m, 50 * m, 75 * m},
		"reinit":  {25 * m, 50 * m},
		"alarm":   {75 * m},
	} {
		if !slices.Equal(times[what], want) {
			t.Errorf("%s at %v, want %v", what, times[what], want)
		}
	}
	if n := w.Trace.Count("a reinit"); n != 100 {
		t.Errorf("%d are installed again, want 2 for each start", n)
	}
	if at, ok := leapFirst(w, "a alarm threshold"); !ok || at != 75*time.Minute {
		t.Errorf("threshold at %v, %t", at, ok)
	}
	if n := w.Trace.Count("a alarm node"); n != 50 {
		t.Errorf("%d nodes are taken for broken", n)
	}
}

// leapCascades is the golden table of what the controller of the outage does, a
// generation being 75 minutes.
var leapCascades = []struct {
	perNode, starts, threshold int
	trips                      int // the generation in which the threshold is hit; 0 is never
	waves                      []int
}{
	{10, 50, 50, 1, []int{50, 441}},
	{10, 100, 50, 1, []int{100, 391}},
	{10, 5, 50, 2, []int{5, 46, 440}},
	{10, 1, 50, 3, []int{1, 10, 100, 380}},
	{10, 1, 100, 3, []int{1, 10, 100, 880}},
	{4, 1, 50, 4, []int{1, 4, 16, 64, 112}},
	{10, 1, 0, 0, []int{1, 10, 100, 889}},
}

// TestLeapDayCascade: the threshold counts nodes that are out of service, not those
// that heals are on their way to, and is passed tenfold. With guest agents that work
// nothing happens. LD-19, LD-23, LD-24, LD-45, LD-46.
func TestLeapDayCascade(t *testing.T) {
	const generation = 75 * time.Minute
	for _, g := range leapCascades {
		config := incidents.LeapDayConfig{Nodes: 1000, PerNode: g.perNode, Starts: g.starts}
		w := newWorld(t, incidents.LeapDayStart(), 1)
		newNaiveDay(w, "a", config, g.threshold, buggyAgents).trigger(config)
		w.Run(incidents.LeapDayEnd())
		waves, times := leapWaves(w, "a")
		tripped, ok := leapFirst(w, "a alarm threshold")
		if !slices.Equal(waves, g.waves) || ok != (g.trips > 0) || ok && tripped != time.Duration(g.trips)*generation {
			t.Errorf("%+v: nodes %d, threshold at %v", g, waves, tripped)
		}
		for i, at := range times {
			if at != time.Duration(i+1)*generation {
				t.Errorf("%+v: nodes at %v", g, times)
			}
		}

		w = newWorld(t, incidents.LeapDayStart(), 1)
		newNaiveDay(w, "a", config, g.threshold, fixedAgents).trigger(config)
		w.Run(incidents.LeapDayEnd())
		if waves, _ := leapWaves(w, "a"); len(waves) > 0 || w.Trace.Count("a running") != g.starts {
			t.Errorf("%+v, with guest agents that work: nodes %d, %d run", g, waves, w.Trace.Count("a running"))
		}
	}
}

// TestLeapDayEnds: the guest agents of the outage fail on that day only, to the
// nanosecond. Row TL-L15. LD-10, LD-47.
func TestLeapDayEnds(t *testing.T) {
	for _, test := range []struct {
		at      time.Time
		running int
	}{
		{incidents.LeapDayStart().Add(-1), 1},
		{incidents.LeapDayStart(), 0},
		{incidents.LeapDayEnd().Add(-1), 0},
		{time.Date(2012, time.March, 1, 0, 0, 0, 0, time.UTC), 1},
	} {
		w := newWorld(t, test.at, 1)
		config := incidents.LeapDayConfig{Nodes: 1, PerNode: 1}
		a := newNaiveDay(w, "a", config, 0, buggyAgents)
		if err := a.Tell(cluster.Upgrade{VM: config.VM(0, 0)}); err != nil {
			t.Fatal(err)
		}
		w.Run(test.at)
		if got := w.Trace.Count("a running"); got != test.running || w.Trace.Count("a failure") != 1-test.running {
			t.Errorf("at %v:\n%s", test.at, w.Trace)
		}
	}
}

// TestLeapDayOnly: of four years of days, the guest agents of the outage fail on the
// leap day only, by a date that cannot be read; those of the library never do. LD-10.
func TestLeapDayOnly(t *testing.T) {
	for day := time.Date(2011, time.March, 1, 12, 0, 0, 0, time.UTC); day.Year() < 2015; day = day.AddDate(0, 0, 1) {
		leap := day.Month() == time.February && day.Day() == 29
		_, err := buggyAgents.Create(rand.Reader, day)
		if leap != (err != nil) || leap && !strings.Contains(err.Error(), "day out of range") {
			t.Errorf("%s: %v", day.Format(time.DateOnly), err)
		}
		if _, err := fixedAgents.Create(rand.Reader, day); err != nil {
			t.Errorf("%s: %v", day.Format(time.DateOnly), err)
		}
	}
}

// leapVariants are the ways in which virtual machines start at midnight.
var leapVariants = []incidents.LeapDayConfig{
	{Nodes: 1000, PerNode: 10, Starts: 50},
	{Nodes: 1000, PerNode: 10, Starts: 50, Fresh: true},
	{Nodes: 1000, PerNode: 10, Starts: 3},
	{Nodes: 1000, PerNode: 10, Starts: 1},
	{Nodes: 1000, PerNode: 10, Starts: 1, Fresh: true},
	{Nodes: 1000, PerNode: 4, Starts: 1},
}

// TestLeapDayMiddle: with the bug, but the fabric controller of the library, there is
// an alarm at once if guest agents tell that they fail, and after the first timeout if
// they are silent and more than one starts. No node is taken out of service, the
// rollout ends, and what ran before runs on. LD-15, LD-18, LD-20, LD-21, LD-43.
func TestLeapDayMiddle(t *testing.T) {
	for _, config := range leapVariants {
		for _, test := range []struct {
			agents incidents.Agents
			alarm  time.Duration
		}{{typedAgents, 0}, {buggyAgents, 25 * time.Minute}} {
			if config.Starts < 3 && test.agents.Silent {
				test.alarm = 75 * time.Minute // one silence is not told from a slow start
			}
			w := newWorld(t, incidents.LeapDayStart(), 1)
			a := newLeapDay(t, w, "a", config, 50, test.agents)
			a.trigger(config)
			w.Run(incidents.LeapDayEnd().Add(-1))
			if at, ok := leapFirst(w, "a alarm"); !ok || at != test.alarm {
				t.Errorf("%+v, silent: %t: alarm at %v, want %v", config, test.agents.Silent, at, test.alarm)
			}
			s := a.state(t)
			if n := in(s, cluster.InService); n != config.Nodes {
				t.Errorf("%+v, silent: %t: %d nodes in service", config, test.agents.Silent, n)
			}
			down := 0
			for _, vm := range s.Machines.VMs {
				if vm.Status != cluster.Up {
					down++
				}
			}
			if down != config.Starts {
				t.Errorf("%+v, silent: %t: %d virtual machines are down", config, test.agents.Silent, down)
			}
			heals := 0
			for l := range w.Trace.All("a boot") {
				if strings.HasSuffix(l.Text, "for healing") && l.At.Equal(incidents.LeapDayStart().Add(test.alarm)) {
					heals++
				}
			}
			if heals > 1 {
				t.Errorf("%+v, silent: %t: %d heals", config, test.agents.Silent, heals)
			}
			if config.Starts >= 3 {
				if err := a.Tell(cluster.Upgrade{VM: config.VM(900, 0), Guest: incidents.NewGuest}); err == nil {
					t.Errorf("%+v, silent: %t: the rollout goes on", config, test.agents.Silent)
				}
			}
		}
	}
}

// TestLeapDayFixed: with guest agents of the library all start, and nobody hears
// anything of the day. LD-08, LD-09.
func TestLeapDayFixed(t *testing.T) {
	for _, config := range leapVariants {
		w := newWorld(t, incidents.LeapDayStart(), 1)
		a := newLeapDay(t, w, "a", config, 50, fixedAgents)
		a.trigger(config)
		w.Run(incidents.LeapDayEnd())
		for _, what := range []string{"failure", "alarm", "refused", "timeout"} {
			if n := w.Trace.Count("a " + what); n > 0 {
				t.Errorf("%+v: %d lines of %s", config, n, what)
			}
		}
		if n := w.Trace.Count("a running"); n != config.Starts || in(a.state(t), cluster.InService) != config.Nodes {
			t.Errorf("%+v: %d run", config, n)
		}
	}
}

// TestLeapDayOthers: what happens in a cluster stays there: another one, in which
// nothing starts, and one for storage, which has no guest agents, know nothing of it;
// one in which as many start, with another guest agent, is well. LD-01, LD-22.
func TestLeapDayOthers(t *testing.T) {
	w := newWorld(t, incidents.LeapDayStart(), 1)
	hit := incidents.LeapDayConfig{Nodes: 100, PerNode: 10, Starts: 50}
	quiet := incidents.LeapDayConfig{Nodes: 100, PerNode: 10}
	disks := incidents.LeapDayConfig{Nodes: 100}
	newNaiveDay(w, "hit", hit, 50, buggyAgents).trigger(hit)
	others := map[string]leapRun{
		"quiet":   newLeapDay(t, w, "quiet", quiet, 50, buggyAgents),
		"storage": newLeapDay(t, w, "storage", disks, 0, buggyAgents),
	}
	fine := newLeapDay(t, w, "fine", hit, 50, fixedAgents)
	fine.trigger(hit)
	before := make(map[string][]byte)
	for name, c := range others {
		before[name] = leapEncoded(t, c)
	}
	w.Run(incidents.LeapDayEnd())
	if w.Trace.Count("hit alarm node") < 50 {
		t.Errorf("%d nodes are taken for broken in the cluster that is hit", w.Trace.Count("hit alarm node"))
	}
	if n := w.Trace.Count("fine running"); n != hit.Starts || w.Trace.Count("fine alarm") > 0 || in(fine.state(t), cluster.InService) != hit.Nodes {
		t.Errorf("with the other guest agent %d run, want %d", n, hit.Starts)
	}
	for name, c := range others {
		if n := w.Trace.Count(name); n > 0 || !bytes.Equal(leapEncoded(t, c), before[name]) {
			t.Errorf("%s: %d lines, or another state", name, n)
		}
	}
}

func leapEncoded(t *testing.T, r leapRun) []byte {
	t.Helper()
	data, err := cluster.EncodeState(r.state(t))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// showsSecret reports whether the secret is in a message, as text or as bytes.
func showsSecret(message any) bool {
	text := fmt.Sprintf("%s %x", message, message)
	return strings.Contains(text, leapSecret) || strings.Contains(text, hex.EncodeToString([]byte(leapSecret)))
}

// TestLeapDaySecrets: no message between agents shows a secret, nor does the state of
// the fabric controller, while each start, for whatever of the four triggers, gets one
// by a new certificate. LD-05, LD-07.
func TestLeapDaySecrets(t *testing.T) {
	config := incidents.LeapDayConfig{Nodes: 20, PerNode: 2, Starts: 10}
	w := newWorld(t, incidents.LeapDayStart(), 1)
	a := newLeapDay(t, w, "a", config, 9, fixedAgents)
	if !showsSecret(cluster.Secrets{Sealed: []byte(leapSecret)}) {
		t.Error("a secret that is not sealed is not seen")
	}
	messages, delivered := 0, 0
	certificates := make(map[string]bool)
	a.Watch = func(message any) {
		messages++
		switch m := message.(type) {
		case cluster.Secrets:
			delivered++
		case cluster.Connected:
			certificates[string(m.Certificate)] = true
		}
		if showsSecret(message) {
			t.Errorf("%T shows a secret", message)
		}
	}
	a.trigger(config)
	for i, e := range []cluster.Event{
		cluster.Deploy{VM: "x", Guest: incidents.NewGuest, Trigger: cluster.Deployment},
		cluster.Deploy{VM: "y", Guest: incidents.NewGuest, Trigger: cluster.ScaleOut},
		cluster.Suspect{Node: config.Node(9), Evidence: "fan"},
	} {
		w.At(incidents.LeapDayStart().Add(time.Duration(i+1)*time.Hour), "more", func() {
			if err := a.Tell(e); err != nil {
				t.Error(err)
			}
		})
	}
	w.Run(incidents.LeapDayEnd())
	for _, trigger := range []cluster.Trigger{cluster.Deployment, cluster.ScaleOut, cluster.Update, cluster.Healing} {
		if !strings.Contains(w.Trace.String(), "for "+trigger.String()) {
			t.Errorf("nothing starts for %s", trigger)
		}
	}
	if want := 10 + 2 + 2; delivered != want || len(certificates) != want || messages < 5*want {
		t.Errorf("%d secrets in %d messages for %d certificates, want %d of each start", delivered, messages, len(certificates), want)
	}
	if strings.Contains(w.Trace.String(), leapSecret) || bytes.Contains(leapEncoded(t, a), []byte(leapSecret)) {
		t.Error("the trace or the state shows a secret")
	}
}
