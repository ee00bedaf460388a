// Package allowglobalupdate holds one trigger word of each group.
package allowglobalupdate

import "gorm.io/gorm"

var config = gorm.Config{AllowGlobalUpdate: true} // want `concern all rows`
