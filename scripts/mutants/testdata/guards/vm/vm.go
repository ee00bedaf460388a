// Package vm deletes virtual machines.
package vm

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Power is the state of a machine.
type Power string

// The states.
const (
	On  Power = "on"
	Off Power = "off"
)

// An Instance is a virtual machine.
type Instance struct {
	Name   string
	Labels map[string]string
	Spec   Spec

	//leapguard:flag instance when=Off
	Power Power
}

// Spec is what the owner wants.
type Spec struct {
	//leapguard:flag spec when=false
	//leapguard:ok spec as in the API of the cloud
	DeletionProtection bool
	TTL                time.Duration
}

// API is the cloud.
type API struct {
	Call func(ctx context.Context, verb, name string) error
}

// Delete deletes a machine that is off.
//
//leapguard:danger instance vm
func (a *API) Delete(ctx context.Context, vm *Instance) error { return a.Call(ctx, "delete", vm.Name) }

// Purge deletes the machine and its disks.
//
//leapguard:danger spec vm.Spec
func (a *API) Purge(ctx context.Context, vm *Instance) error { return a.Call(ctx, "purge", vm.Name) }

// Stop switches a machine off.
func (a *API) Stop(ctx context.Context, vm *Instance) error { return a.Call(ctx, "stop", vm.Name) }

// Finalize deletes a machine that is off already.
func (a *API) Finalize(ctx context.Context, vm *Instance) (requeue time.Duration, err error) {
	if vm.Power != Off {
		if err := a.Stop(ctx, vm); err != nil {
			return 0, err
		}
		return 10 * time.Second, nil
	}
	if err := a.Delete(ctx, vm); err != nil {
		return 0, fmt.Errorf("delete %s: %w", vm.Name, err)
	}
	return 0, nil
}

// Terminate purges a machine.
func (a *API) Terminate(ctx context.Context, vm *Instance) error {
	if vm.Spec.DeletionProtection {
		return errors.New("deletion protection is on")
	}
	return a.Purge(ctx, vm)
}

// Reap purges the machines that have outlived their time.
func (a *API) Reap(ctx context.Context, all map[string]*Instance, age func(string) time.Duration) error {
	var errs []error
	for name, vm := range all {
		if spec := &vm.Spec; spec.DeletionProtection || age(name) < spec.TTL {
			continue
		}
		if err := a.Purge(ctx, vm); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// Resize deletes a machine and makes a larger one.
func (a *API) Resize(ctx context.Context, old *Instance, create func(*Instance) error) error {
	off := old.Power == Off
	if !off {
		return fmt.Errorf("%s is running", old.Name)
	}
	larger := *old
	larger.Name += "-large"
	if err := create(&larger); err != nil {
		return err
	}
	return a.Delete(ctx, old)
}

// Cleanup deletes what a test has left.
func (a *API) Cleanup(ctx context.Context, vms ...*Instance) {
	for i, vm := range vms {
		if _, test := vm.Labels["test"]; test && vm.Power == Off && i > 0 {
			if err := a.Delete(ctx, vm); err != nil {
				return
			}
		}
	}
}
