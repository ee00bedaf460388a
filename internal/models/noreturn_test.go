package models

import "testing"

func TestTables(t *testing.T) {
	if err := Check(); err != nil {
		t.Fatal(err)
	}
}

func TestNoReturn(t *testing.T) {
	for name, want := range map[string]bool{
		"os.Exit":                                                         true,
		"runtime.Goexit":                                                  true,
		"log.Fatalln":                                                     true,
		"(*log.Logger).Panicf":                                            true,
		"log.Println":                                                     false,
		"(*testing.common).Fatal":                                         true,
		"(*testing.common).SkipNow":                                       true,
		"(testing.TB).Skipf":                                              true,
		"(*testing.common).Error":                                         false,
		"(*testing.common).Fail":                                          false,
		"golang.org/x/sys/unix.Exit":                                      true,
		"github.com/spf13/cobra.CheckErr":                                 false, // returns for nil
		"github.com/golang/glog.Exitf":                                    true,
		"k8s.io/klog.Fatalf":                                              true,
		"k8s.io/klog/v2.FatalDepth":                                       true,
		"k8s.io/klog/v2.Error":                                            false,
		"github.com/sirupsen/logrus.Fatal":                                true,
		"(*github.com/sirupsen/logrus.Logger).Exit":                       true,
		"(*github.com/sirupsen/logrus.Entry).Fatalf":                      true,
		"(github.com/sirupsen/logrus.FieldLogger).Fatal":                  true,
		"(*github.com/sirupsen/logrus.Entry).Error":                       false,
		"(*go.uber.org/zap.Logger).Fatal":                                 true,
		"(*go.uber.org/zap.SugaredLogger).Panicw":                         true,
		"(*go.uber.org/zap.Logger).DPanic":                                false, // panics in development only
		"(*github.com/rs/zerolog.Logger).Fatal":                           false, // makes an event
		"(*github.com/rs/zerolog.Event).Msg":                              false, // depends on the event
		"github.com/stretchr/testify/require.FailNow":                     true,
		"(*github.com/stretchr/testify/require.Assertions).Failf":         true,
		"github.com/stretchr/testify/require.NoError":                     false, // returns for nil
		"github.com/stretchr/testify/assert.Fail":                         false, // goes on
		"github.com/stretchr/testify/assert.FailNow":                      true,
		"(*gopkg.in/check.v1.C).Fatal":                                    true,
		"github.com/onsi/ginkgo/v2.Fail":                                  true,
		"(*github.com/rogpeppe/go-internal/testscript.TestScript).Fatalf": true,
		"google.golang.org/grpc/grpclog.Fatal":                            true,
		"(github.com/apex/log.Interface).Fatal":                           true,
		"github.com/ethereum/go-ethereum/log.Crit":                        true,
		"github.com/alecthomas/kingpin/v2.Fatalf":                         true,
		"github.com/alecthomas/kingpin/v2.FatalIfError":                   false, // returns for nil
	} {
		if got := NoReturn(name); got != want {
			t.Errorf("NoReturn(%q) = %t, want %t", name, got, want)
		}
	}
}

func TestNoReturnIdentifier(t *testing.T) {
	for ident, want := range map[string]bool{"Fatal": true, "Goexit": true, "Msg": true, "Println": false} {
		if got := NoReturnIdentifier(ident); got != want {
			t.Errorf("NoReturnIdentifier(%q) = %t, want %t", ident, got, want)
		}
	}
}

func TestNoReturnEvent(t *testing.T) {
	for _, test := range []struct {
		begin, end string
		want       bool
	}{
		{"github.com/rs/zerolog/log.Fatal", "(*github.com/rs/zerolog.Event).Msgf", true},
		{"(*github.com/rs/zerolog.Logger).Panic", "(*github.com/rs/zerolog.Event).Send", true},
		{"github.com/rs/zerolog/log.Error", "(*github.com/rs/zerolog.Event).Msg", false},
		{"github.com/rs/zerolog/log.Fatal", "(*github.com/rs/zerolog.Event).Err", false},
	} {
		if got := NoReturnEvent(test.begin, test.end); got != test.want {
			t.Errorf("NoReturnEvent(%q, %q) = %t, want %t", test.begin, test.end, got, test.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"function: [os.Exit]", "x.yaml: yaml: unmarshal errors:\n  line 1: field function not found in type models.noReturnTable"},
		{"functions: [Exit]", `x.yaml: "Exit" does not name a function`},
		{"functions: ['(T).M']", `x.yaml: "(T).M" does not name a function`},
		{"functions: [os.Exit, os.Exit]", "x.yaml: os.Exit is listed twice"},
	} {
		_, err := parseNoReturns("x.yaml", []byte(test.text))
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: error %v, want %s", test.text, err, test.want)
		}
	}
}
