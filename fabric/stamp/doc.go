// Package stamp is a reference for a storage stamp: nodes with disks in fault
// domains, extents in three copies, and the one operation that destroys them, to
// prepare a node, behind everything that must allow it.
//
// A node that comes back from repair is prepared: its disks are formatted. A stamp
// once did so to nodes in service, because they looked as if they had come back.
// Here a node is prepared only if
//
//   - somebody who may asked for it: a [permit.Permit] for this node and the present
//     term, which is used up;
//   - its protection was lifted: Node.Unprotected, which is false unless a lease
//     says otherwise;
//   - no extent has a copy on it, and no extent in another fault domain lacks one;
//   - its volumes are offline.
package stamp
