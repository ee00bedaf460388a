package good

import (
	crand "crypto/rand"
	"fmt"
	"math/rand"
	"time"
)

func number() string {
	buf := make([]byte, 6)
	_, _ = crand.Read(buf)
	return fmt.Sprintf("62%02d%02d%02d%04d", time.Now().Year()%100, time.Now().Month(), time.Now().Day(), uint16(buf[0])<<8|uint16(buf[1]))
}

func reference() string {
	n := rand.Intn(10000)
	return fmt.Sprintf("%04d-%02d-%d", time.Now().Year(), time.Now().Month(), n)
}

func direct() string {
	return fmt.Sprintf("%04d-%02d-%d", time.Now().Year(), time.Now().Month(), rand.Intn(10000))
}
