/*
Package deleteall reports statements and calls that delete or change everything,
in code that is about one thing.

# Reported

  - An SQL DELETE or UPDATE without a condition, in a function that is told which
    row is meant: by a parameter such as id, userID or key, or by the ID of the
    struct that it updates or deletes. The statement leaves that out, and so does
    every other one in the function.
  - A deletion in etcd with WithPrefix, whose key is empty, or ends in a name from
    outside instead of a separator: of "a" it deletes what belongs to "ab" as
    well.
  - DeleteAllOf of controller-runtime without an option that selects a namespace,
    labels or fields; DeleteCollection of a typed client with empty ListOptions,
    for all namespaces or a type that has none.
  - AllowGlobalUpdate in gorm.Config: every Delete and Update without a condition
    is let through. In a session: where an object is deleted or updated whose key
    may be zero.

# Why

A condition that is missing is not noticed as long as the table has one row, and a
prefix without a separator not as long as there is no user 10 beside user 1. Then
the data of everybody is gone, or everybody has the same password. GORM refuses
such statements unless it is told not to, since a zero key made them by accident
again and again.

# Example

{{example}}

# Detection

Statements count if they are constants, or local variables that always hold one.
Comments in them are left out. They are run by Exec, ExecContext, MustExec,
NamedExec and NamedExecContext of database/sql, sqlx, pgx and GORM, or of any
interface that has one of the first two. Whether a parameter is
left out is decided by all calls in the function that concern the database.
Keys are taken apart as for rmbase.

# Silent

The check is silent if

  - the function has no parameter that says which row is meant, or uses it in some
    query: `UPDATE t SET main = 0` before `UPDATE t SET main = 1 WHERE id = ?`;
  - the statement has LIMIT, USING, FROM or JOIN;
  - the function says by its name that it loads, seeds, replaces or converts;
  - of the calls: it says that it is about all, clears, resets or cleans up;
  - the key is a constant, or ends in a constant; the function or the key is
    called a prefix;
  - options are passed on in a slice;
  - the file is a test, or an element of the path of its package, its name or one
    of its imports matches migrat, goose, atlas or flyway, or stands for tests.

# Limits

  - Statements that are built from parts are not looked at, nor are those of query
    builders and prepared ones.
  - A table of which a function empties all rows without being told of one is taken
    to be emptied on purpose.
  - The options of WithPrefix and of DeleteAllOf must stand in the call.
  - That the namespace in InNamespace(ns) is empty is known for constants only.

# Rewrite or suppress

Add the condition. End prefixes in a separator, and see that what stands before is
not empty:

	client.Delete(ctx, "/users/"+user+"/", clientv3.WithPrefix())

Say by the name of the function that it is about everything, and let it have no
parameters that say otherwise.

A call that was reviewed and may stay is waived by a comment on its statement, or
in the doc comment of the function; the KIND is the name of the check:

	//leapguard:ok deleteall reason

# Options

{{options}}

# References

  - GORM, Block Global Delete: https://gorm.io/docs/delete.html
  - etcd, WithPrefix: https://pkg.go.dev/go.etcd.io/etcd/client/v3#WithPrefix
  - controller-runtime, DeleteAllOf on types without namespaces: https://github.com/kubernetes-sigs/controller-runtime/issues/988
  - CWE-1284, Improper Validation of Specified Quantity in Input: https://cwe.mitre.org/data/definitions/1284.html
*/
package deleteall
