package models

import (
	"slices"
	"testing"
)

func TestDeleteFunction(t *testing.T) {
	for name, want := range map[string]DeleteFunc{
		"(*database/sql.DB).Exec":                                        {Runs: true},
		"(*database/sql.Tx).ExecContext":                                 {Runs: true},
		"(*github.com/jmoiron/sqlx.DB).MustExec":                         {Runs: true},
		"(*github.com/jackc/pgx/v5/pgxpool.Pool).Exec":                   {Runs: true},
		"(*gorm.io/gorm.DB).Exec":                                        {Runs: true},
		"(*github.com/jinzhu/gorm.DB).Exec":                              {Runs: true},
		"(go.etcd.io/etcd/client/v3.KV).Delete":                          {Deletes: true, Key: 2},
		"go.etcd.io/etcd/client/v3.OpDelete":                             {Deletes: true},
		"go.etcd.io/etcd/client/v3.WithPrefix":                           {Prefix: true},
		"(sigs.k8s.io/controller-runtime/pkg/client.Writer).DeleteAllOf": {Selects: true},
	} {
		if got := DeleteFunction(name); got == nil || *got != want {
			t.Errorf("DeleteFunction(%q) = %+v, want %+v", name, got, want)
		}
	}
	if got := DeleteFunction("(*database/sql.DB).Query"); got != nil {
		t.Errorf("of a function that is not listed, %+v is known", got)
	}
}

// TestDeletesOrder keeps the table easy to search.
func TestDeletesOrder(t *testing.T) {
	table, err := deletes()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range table.Functions {
		if !slices.IsSorted(row.Names) {
			t.Errorf("not in order: %q", row.Names)
		}
	}
}

func TestParseDeletesErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"functions: [{runs: true, name: [a.F]}]", "x.yaml: yaml: unmarshal errors:\n  line 1: field name not found in type models.deleteRow"},
		{"functions: [{names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{runs: true, prefix: true, names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{runs: true, key: 1, names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{runs: true, names: [F]}]", `x.yaml: "F" does not name a function`},
		{"functions: [{runs: true, names: [(a.T).F, (*a.T).F]}]", "x.yaml: (*a.T).F is listed twice"},
	} {
		_, err := parseDeletes("x.yaml", []byte(test.text))
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: error %v, want %s", test.text, err, test.want)
		}
	}
}
