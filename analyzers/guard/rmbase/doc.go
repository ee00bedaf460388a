/*
Package rmbase reports recursive deletes whose target can be the very directory
that holds what should be deleted.

# Reported

A call of os.RemoveAll, or of a method or function of the same name of os.Root,
afero and go-billy, whose path ends in a name that comes from outside and that
nothing tests:

	os.RemoveAll(filepath.Join(root, key))

With key "" the path is root, and everything is gone. So it is with base + "/" +
key, with Sprintf, with filepath.Base(key), which is "." then, and where a helper
of the package builds the path. filepath.IsLocal alone is no proof: it is true of
"." and of "a/..".

From outside come

  - parameters of functions and methods for which a caller in the module passes
    something from outside;
  - parameters of exported functions that nothing in the module calls, and of
    exported methods that are called through interfaces only, of packages that other
    modules can import;
  - flags that are empty by default;
  - environment variables;
  - form values, query parameters and parts of the path of a request, which can be
    "..", too: the parent of the base is removed;
  - fields of types that are called configuration, options, settings, parameters
    or request, and that nothing in the package tests or sets.

Besides, a delete is reported of a directory that the program uses for what is
temporary, and removes with what was in it before, though its user chose it: where
a parameter stands in the place of a directory that is made otherwise, or a flag
names the temporary directory.

# Why

os.RemoveAll refuses paths that end in ".", but filepath.Join cleans that away:
filepath.Join("/data", "") and filepath.Join("/data", ".") are "/data",
filepath.Join("/data", "..") is "/". A key that is empty by accident, since a
field of a request was left out or a variable was not set, deletes the data of
everybody. os.Root bounds the damage to the root, not to the child: its RemoveAll
of "c/.." empties the root before it fails.

# Example

{{example}}

# Detection

The path is taken apart in SSA form: through filepath.Join, path.Join, +, Sprintf,
Clean, Abs, variables and helpers of the package that return in one place. If the
last element can vanish, what stands before it is the base. The name is followed
backwards from there, through functions that leave it empty if it is (TrimSpace,
ToLower, FromSlash, Base, ...), to where it comes from; for a parameter, into the
callers. A comparison, or a call that is passed the name, on whose outcome it
depends that control comes to the delete counts as a test.

A caller in the package is a part of the way to the delete, where the finding is. One
in another package of the module has the finding itself, with what is called as a
related position. Where such a function is passed on as a value, nothing is known of
its callers.

The command sees the callers in the packages that it was asked to analyse: all of
them with ./... at the root of the module. Where no callers are seen, a function that
nothing in its package calls, and a method unless all calls there pass names, counts
as one for others: what is reported at the delete then is what callers have to
prove. So it always is with go vet and golangci-lint, which see one package after the
other.

# Silent

The check is silent if

  - the name was compared with "" or another text, measured, looked up, matched or
    given to a function that may refuse it, on every path;
  - it is an entry of a directory listing, a number, a hash, a UUID or a ULID, or
    nothing is known of where it comes from;
  - a caller in another package passes a constant, or one in the package passes "" to
    the function that builds the path: it means the directory above;
  - the last element has constant text: filepath.Join(root, key+".tmp");
  - the path lies in a directory that os.MkdirTemp made;
  - the function is itself called RemoveAll, RemoveDir or the like: an empty name
    means the root there;
  - the type of an option has a method that validates it, or its tag says
    "required" or names a default;
  - a chosen directory is removed by a function that says so by its name, or only
    where a test tells that it was not chosen;
  - the file is a test.

# Limits

  - What tells nothing of a name counts as no test: whether the path exists,
    whether it has the base as a prefix if that ends without a separator. That it
    is not empty is taken for enough unless the name comes with a request, which
    may say "..".
  - A function that is passed the name and may refuse it is not looked into,
    except if all that it does is to ask whether a file is there.
  - Elements of slices and maps, fields of other types, values from other
    packages and arguments of the command line are not followed. Nor are the
    parameters of function literals and of methods that are called through
    interfaces only, if they are not exported.
  - A function that is passed the whole path, or that refuses the empty name but not
    "..", is followed to its callers in the package only.
  - Callers in files for other platforms, and in packages that do not type-check, are
    not seen.

# Rewrite or suppress

Refuse the names before the path is built:

	if key == "" || !filepath.IsLocal(key) || filepath.Clean(key) == "." {
		return fmt.Errorf("%q is no key", key)
	}

Remove a directory only if it was made here: defer the removal right behind
os.MkdirTemp.

A call that was reviewed and may stay is waived by a comment on its statement, or
in the doc comment of the function; the KIND is the name of the check:

	//leapguard:ok rmbase reason

# Options

None.

# References

  - os.RemoveAll: https://pkg.go.dev/os#RemoveAll
  - filepath.Join: https://pkg.go.dev/path/filepath#Join
  - CWE-22, Path Traversal: https://cwe.mitre.org/data/definitions/22.html
  - CWE-73, External Control of File Name or Path: https://cwe.mitre.org/data/definitions/73.html
*/
package rmbase
