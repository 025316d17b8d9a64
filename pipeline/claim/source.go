package claim

import (
	"crosstally/extractors"
	"crosstally/extractors/attribution"
)

// creditOf returns whom the text credits for the figure at bytes s of a sentence. A denied figure belongs to whom the
// sentence names as its source, never to who denies it.
func creditOf(credits []attribution.Credit, in *extractors.Sentence, s extractors.Span, m Modality) (attribution.Credit, bool) {
	if m == Denied {
		return attribution.SourceOfDenied(credits, in.Field, s, in.Index)
	}
	return attribution.For(credits, in.Field, s, in.Index)
}
