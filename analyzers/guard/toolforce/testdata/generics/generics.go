package generics

import "os/exec"

type path interface{ ~string }

// Add converts.
func Add[P path](device P) error {
	return exec.Command("wipefs", "-a", string(device)).Run() // want `of wipefs destroys`
}

func erase[P path](device P) error {
	return exec.Command("wipefs", "-a", string(device)).Run()
}

func Careful[P path](device P) error {
	if exec.Command("blkid", string(device)).Run() == nil {
		return nil
	}
	return erase(device)
}
