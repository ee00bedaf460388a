package pemdecode

import "encoding/pem"

func f(b []byte) []byte {
	block, _ := pem.Decode(b) // want `pem.Decode`
	return block.Bytes
}
