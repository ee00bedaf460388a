// Package bad has layouts with a flaw in the calls themselves.
package bad

import "time"

func dates(t time.Time, s string) {
	t.Format("20060201150405")  // want `layout "20060201150405" prints 31 March 2026 17:48:39 as "20263103174839"`
	t.Format("2006/02/01")      // want `layout "2006/02/01" prints 31 March 2026 as "2026/31/03"`
	t.Format("2006-01-01")      // want `layout "2006-01-01" prints 31 March 2026 as "2026-03-03"`
	t.Format("2006-02-02")      // want `layout "2006-02-02" prints 31 March 2026 as "2026-31-31"`
	t.Format("01/01/2006")      // want `layout "01/01/2006" prints 31 March 2026 as "03/03/2026"`
	t.Format("2006-01-06")      // want `layout "2006-01-06" prints 31 March 2026 as "2026-03-26"`
	t.Format("2006-02")         // want `layout "2006-02" prints 31 March 2026 as "2026-31"`
	t.Format("02/2006")         // want `layout "02/2006" prints 31 March 2026 as "31/2026"`
	t.Format("Mon 02, 2006")    // want `layout "Mon 02, 2006" prints 31 March 2026 as "Tue 31, 2026"`
	t.Format("Jan 01, 2006")    // want `layout "Jan 01, 2006" prints 31 March 2026 as "Mar 03, 2026"`
	t.Format("January 1 2006")  // want `layout "January 1 2006" prints 31 March 2026 as "March 3 2026"`
	t.Format("2006-Jan-01")     // want `layout "2006-Jan-01" prints 31 March 2026 as "2026-Mar-03"`
	t.Format("Jan 01 15:04:05") // want `layout "Jan 01 15:04:05" prints 31 March 2026 17:48:39 as "Mar 03 17:48:39"`
	t.Format("2006-03-15")      // want `layout "2006-03-15" prints 31 March 2026 as "2026-05-17"`

	time.Parse("01 Jan 2006", s)                            // want `layout "01 Jan 2006" rejects "31 Mar 2026": month out of range`
	time.Parse("01-Jan-06", s)                              // want `layout "01-Jan-06" rejects "31-Mar-26": month out of range`
	time.Parse("2006/01/01", s)                             // want `layout "2006/01/01" rejects "2026/03/31": month out of range`
	time.Parse("03/05/2006 15:04:05", s)                    // want `layout "03/05/2006 15:04:05" rejects "31/03/2026 17:48:39": hour out of range`
	time.ParseInLocation("2006-02-01 15:04", s, time.Local) // want `layout "2006-02-01 15:04" rejects "2026-03-31 17:48"`
	t.AppendFormat(nil, "2006-02-01")                       // want `layout "2006-02-01" prints 31 March 2026 as "2026-31-03"`
}

func clocks(t time.Time, s string) {
	t.Format("14:04")                     // want `layout "14:04" prints 17:48 as "348:48"`
	t.Format("2006-01-02 12:04:05")       // want `layout "2006-01-02 12:04:05" prints 31 March 2026 17:48:39 as "2026-03-31 331:48:39"`
	t.Format("2006-01-02T14:04:05Z07:00") // want `layout "2006-01-02T14:04:05Z07:00" prints 31 March 2026 17:48:39 \+02:00 as "2026-03-31T348:48:39\+02:00"`
	t.Format("15:01")                     // want `layout "15:01" prints 17:48 as "17:03"`
	t.Format("2006-01-02 15:01:05")       // want `layout "2006-01-02 15:01:05" prints 31 March 2026 17:48:39 as "2026-03-31 17:03:39"`
	t.Format("15:04:04")                  // want `layout "15:04:04" prints 17:48:39 as "17:48:48"`
	t.Format("15:05:04")                  // want `layout "15:05:04" prints 17:48:39 as "17:39:48"`
	t.Format("15:05")                     // want `layout "15:05" prints 17:48 as "17:39"`
	t.Format("01:04:05")                  // want `layout "01:04:05" prints 17:48:39 as "03:48:39"`
	t.Format("20060102140405")            // want `layout "20060102140405" prints 31 March 2026 17:48:39 as "202603313484839"`
	t.Format("20060102150105")            // want `layout "20060102150105" prints 31 March 2026 17:48:39 as "20260331170339"`
	t.Format("20060102150406")            // want `layout "20060102150406" prints 31 March 2026 17:48:39 as "20260331174826"`
	t.Format("2006-01-02_150402")         // want `layout "2006-01-02_150402" prints 31 March 2026 17:48:39 as "2026-03-31_174831"`
	t.Format("2006-01-02 03:04:05")       // want `layout "2006-01-02 03:04:05" prints 31 March 2026 17:48:39 as "2026-03-31 05:48:39"`
	t.Format("20060102_030405")           // want `layout "20060102_030405" prints 31 March 2026 17:48:39 as "20260331_054839"`
	t.Format("Jan 2, 2006 at 3:04")       // want `layout "Jan 2, 2006 at 3:04" prints 31 March 2026 17:48 as "Mar 31, 2026 at 5:48"`
	t.Format("15:04 PM")                  // want `layout "15:04 PM" prints 17:48 as "17:48 PM"`
	t.Format("2006-01-02T15:04:05-05:00") // want `layout "2006-01-02T15:04:05-05:00" prints 31 March 2026 17:48:39 \+02:00 as "2026-03-31T17:48:39-39:00"`
	t.Format("2006-01-02 15:04:05.123")   // want `layout "2006-01-02 15:04:05.123" prints 31 March 2026 17:48:39.123 as "2026-03-31 17:48:39.3315"`
	time.Parse("2006-01-02 03:04:05", s)  // want `layout "2006-01-02 03:04:05" rejects "2026-03-31 17:48:39": hour out of range`
	time.Parse("2006-01-02T14:04:05Z", s) // want `layout "2006-01-02T14:04:05Z" rejects "2026-03-31T17:48:39Z"`
	time.Parse("2 Jan 2006 14:04 MST", s) // want `layout "2 Jan 2006 14:04 MST" rejects "31 Mar 2026 17:48 CEST": month out of range`
	time.Parse("02.01.2006 15:01:05", s)  // want `layout "02.01.2006 15:01:05" rejects "31.03.2026 17:48:39": month out of range`
}
