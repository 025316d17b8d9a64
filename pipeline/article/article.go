// Package article turns one input record, a web page or plain text, into paragraphs of plain text with its metadata.
//
// In:  a Record: URL, publisher, publication time, title as the feed gave them, and HTML or plain text.
// Out: an Article: title, byline, times, language, and Text, whose blocks (standfirst, paragraphs,
// headings, list items, table rows, live entries) are parted by a blank line. Offsets are UTF-8 bytes into Text.
//
// Menus, related stories, captions, credits, adverts and comments are left out of Text.
package article

// A Record is one article as an input gave it, before anything is read from it.
type Record struct {
	URL           string `json:"url"`
	Source        string `json:"source,omitempty"`    // publisher's name
	Published     string `json:"published,omitempty"` // RFC 3339 or a date
	Title         string `json:"title,omitempty"`
	HTML          string `json:"html,omitempty"` // a whole page
	Text          string `json:"text,omitempty"` // plain paragraphs; used when HTML is empty
	PublishedRaw  string `json:"-"`              // a feed's date as it is written, where it is flagged
	PublishedFlag string `json:"-"`              // what is wrong with it: "future", "ambiguous", "unread", "implausible"
	Place         string `json:"-"`              // file or URL that it was read from: the address of last resort
}

// An Article is the readable content of a page.
type Article struct {
	URL            string       `json:"url"`
	Source         string       `json:"source"`
	Title          string       `json:"title"`
	Byline         []string     `json:"byline"`
	Published      string       `json:"published"` // as the source gives it: RFC 3339 or a date; "" when unknown
	Modified       string       `json:"modified"`
	Language       string       `json:"language"`
	Text           string       `json:"text"`
	Blocks         []Block      `json:"blocks"` // in text order, not overlapping; blank lines lie between them
	SyndicatedFrom *Syndication `json:"syndicated_from"`

	PublishedRaw  string `json:"published_raw,omitempty"`  // the feed's date as it is written, where it is flagged
	PublishedFlag string `json:"published_flag,omitempty"` // what is wrong with it: "future", "ambiguous", "unread", "implausible"
}

// A Syndication names the outlet or agency that the page itself says it was taken from.
type Syndication struct {
	Name string `json:"name"` // "BBC"
	Cue  string `json:"cue"`  // the words that say so: "Read full article from source: BBC"
}

// Kind is what a block is on the page.
type Kind string

// The kinds of blocks that stand in Text.
const (
	Standfirst Kind = "standfirst"
	Paragraph  Kind = "paragraph"
	Heading    Kind = "heading"
	Item       Kind = "item" // list item
	Row        Kind = "row"  // table row, cells joined by " | "
)

// A Block is one paragraph-like piece of Text: Text[Start:End].
type Block struct {
	Start int  `json:"start"`
	End   int  `json:"end"`
	Kind  Kind `json:"kind"`
	// Clock is the time of day ("16:52") or the RFC 3339 time that a live blog gives the entry which the block belongs to; "" outside live blogs.
	Clock string `json:"clock,omitempty"`
	// Header is the index of the table's heading row for a Row, -1 or 0 with Kind != Row where there is none.
	Header int `json:"header,omitempty"`
}
