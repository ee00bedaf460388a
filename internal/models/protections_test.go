package models

import (
	"maps"
	"strings"
	"testing"
)

// Each statement of the table in the forms that programs write.
func TestSQLSettings(t *testing.T) {
	for _, test := range []struct {
		name, statement string
		sets, off       bool
	}{
		{"foreign keys off", "PRAGMA foreign_keys = OFF", true, true},
		{"foreign keys off", " pragma main.foreign_keys=0; ", true, true},
		{"foreign keys off", "PRAGMA foreign_keys(false)", true, true},
		{"foreign keys off", "PRAGMA foreign_keys = ON", true, false},
		{"foreign keys off", "PRAGMA foreign_keys = %s", true, false},
		{"foreign keys off", "PRAGMA foreign_keys", false, false},
		{"foreign keys off", "PRAGMA foreign_key_check", false, false},
		{"foreign keys off", "PRAGMA foreign_keys = OFF; DROP TABLE a", false, false},
		{"foreign key checks off", "SET FOREIGN_KEY_CHECKS=0;", true, true},
		{"foreign key checks off", "SET @@session.foreign_key_checks = OFF", true, true},
		{"foreign key checks off", "SET foreign_key_checks = 1", true, false},
		{"foreign key checks off", "SET FOREIGN_KEY_CHECKS = @old", true, false},
		{"triggers and foreign keys off", "SET session_replication_role = 'replica'", true, true},
		{"triggers and foreign keys off", "SET session_replication_role TO replica", true, true},
		{"triggers and foreign keys off", "SET session_replication_role = DEFAULT", true, false},
		{"triggers and foreign keys off", "SET LOCAL session_replication_role = replica", false, false},
		{"triggers and foreign keys off", "RESET ALL", true, false},
		{"triggers off", "ALTER TABLE %s DISABLE TRIGGER ALL", true, true},
		{"triggers off", "alter table a enable trigger user", true, false},
	} {
		sets, off := settingOf(t, test.name).Sets(test.statement)
		if sets != test.sets || off != test.off {
			t.Errorf("%q: %v, %v, want %v, %v", test.statement, sets, off, test.sets, test.off)
		}
	}
}

func settingOf(t *testing.T, name string) *SQLSetting {
	t.Helper()
	for _, p := range Protections() {
		if p.Name == name {
			return p.SQL
		}
	}
	t.Fatalf("no protection %q", name)
	return nil
}

func TestProtectionMistakes(t *testing.T) {
	for _, test := range []struct{ table, want string }{
		{"protections: [{sql: {off: a}}]", "without a name"},
		{"protections: [{name: a, calls: [{func: 'a b'}]}]", "does not name a function"},
		{"protections: [{name: a, sql: {transaction: b}}]", "transaction is"},
		{"protections: [{name: a, sql: {off: '(', transaction: kept}}]", "missing closing"},
		{"protections: [{name: a, sql: {setting: '(', transaction: kept}}]", "missing closing"},
		{"protections: [{name: a, inverse: '('}]", "missing closing"},
		{"protections: [{name: a, word: b}]", "not found"},
	} {
		if _, err := parseProtections("test.yaml", []byte(test.table)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.table, err)
		}
	}
}

func TestInverts(t *testing.T) {
	inverts := make(map[string]string)
	for _, p := range Protections() {
		for _, name := range []string{"UncordonNode", "cordonNode", "unfreezeAll", "freeze", "enableForeignKeys", "disableForeignKeys"} {
			if p.Inverts(name) {
				inverts[name] += p.Name + ";"
			}
		}
	}
	want := map[string]string{
		"UncordonNode":      "the node cordoned;",
		"unfreezeAll":       "the file system frozen;",
		"enableForeignKeys": "foreign keys off;foreign key checks off;",
	}
	if !maps.Equal(inverts, want) {
		t.Errorf("%v, want %v", inverts, want)
	}
}
