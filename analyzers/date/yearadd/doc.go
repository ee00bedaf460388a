/*
Package yearadd reports year arithmetic that fails on 29 February.

# Example

{{example}}
*/
package yearadd
