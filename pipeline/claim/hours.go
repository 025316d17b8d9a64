package claim

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// itemHour is the time of day that a list's item opens with: "4.40am: The wing falls", "Noon – Eleven dead".
var itemHour = regexp.MustCompile(`^(?i:(\d{1,2})(?:[.:](\d{2}))? ?(am|pm|a\.m\.|p\.m\.|h|hrs)?|(noon|midday|midnight)) ?[:–—-] ?\D`)

// dayBefore returns the blocks of lists that go through a day hour by hour and hold an hour later than that of publication: a morning paper's
// list is of the day before. The value is that day.
func dayBefore(d *extractors.Document) map[int]string {
	if !d.HasTime || d.Published.IsZero() || strings.HasSuffix(d.Article.Published, "Z") {
		return nil // a time of the world's clock does not tell which hours are past where the page was written
	}
	blocks := d.Article.Blocks
	var days map[int]string
	published := d.Published.Hour()*60 + d.Published.Minute()
	for i := 0; i < len(blocks); {
		from, late, size := i, false, 0
		for ; i < len(blocks) && blocks[i].Kind == article.Item; i++ {
			at, ok := hourOf(d.Article.Text[blocks[i].Start:blocks[i].End])
			if t, err := time.Parse("15:04", blocks[i].Clock); err == nil { // article took it out of the text
				at, ok = t.Hour()*60+t.Minute(), true
			}
			if !ok {
				break
			}
			late = late || at > published
			size += blocks[i].End - blocks[i].Start
		}
		if i-from >= leastHours && late && size < len(d.Article.Text)/2 { // a page that is nothing but hours is live, and was put up before them
			if days == nil {
				days = map[int]string{}
			}
			for k := from; k < i; k++ {
				days[k] = d.Published.AddDate(0, 0, -1).Format(time.DateOnly)
			}
		}
		i = max(i, from+1)
	}
	return days
}

// leastHours is of how many items a list must be to go through a day.
const leastHours = 3

// hourOf returns the minute of the day that a text opens with.
func hourOf(text string) (minute int, ok bool) {
	m := itemHour.FindStringSubmatch(text[:min(len(text), 40)])
	if m == nil {
		return 0, false
	}
	switch strings.ToLower(m[4]) {
	case "noon", "midday":
		return 12 * 60, true
	case "midnight":
		return 0, true
	}
	h, _ := strconv.Atoi(m[1])
	if m[2] == "" && m[3] == "" || h > 24 {
		return 0, false // "7: …", a number of its own
	}
	minutes, _ := strconv.Atoi(m[2])
	if minutes > 59 {
		return 0, false // "9.90 – …", a price
	}
	switch half := strings.ToLower(m[3]); {
	case strings.HasPrefix(half, "p") && h < 12:
		h += 12
	case strings.HasPrefix(half, "a") && h == 12:
		h = 0
	}
	return h*60 + minutes, true
}
