package reconcile

import (
	"hash/fnv"
	"math"
	"slices"
)

// Near-duplicate texts, after Broder's MinHash: 5-word shingles, 128 hashes, 32 bands of 4 rows to find candidates,
// exact containment to judge them.
const (
	shingleWords = 5
	signature    = 128
	bands        = 32
	rows         = signature / bands
	// copyShare is the share of the shorter text's shingles that makes it a copy. Independent reports of one event
	// stay under 0.05; a reprint with a new headline and a cut tail stays above 0.6.
	copyShare = 0.5
	// minShingles keeps texts of a few lines, which share stock phrases, from being taken for copies.
	minShingles = 12
)

// shingles returns the sorted set of hashes of all runs of five words.
func shingles(text string) []uint32 {
	ws := words(text)
	if len(ws) < shingleWords {
		return nil
	}
	hs := make([]uint32, len(ws))
	for i, w := range ws {
		h := fnv.New32a()
		h.Write([]byte(w))
		hs[i] = h.Sum32()
	}
	out := make([]uint32, 0, len(ws)-shingleWords+1)
	for i := 0; i+shingleWords <= len(hs); i++ {
		x := uint32(2166136261)
		for _, h := range hs[i : i+shingleWords] {
			x = mix(x ^ h)
		}
		out = append(out, x)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// mix spreads the bits of x (the finaliser of MurmurHash3).
func mix(x uint32) uint32 {
	x ^= x >> 16
	x *= 0x85ebca6b
	x ^= x >> 13
	x *= 0xc2b2ae35
	return x ^ x>>16
}

// minHash returns the least value of each of 128 permutations.
func minHash(sh []uint32) (sig [signature]uint32, n int) {
	if len(sh) == 0 {
		return sig, 0
	}
	for i := range sig {
		sig[i] = math.MaxUint32
	}
	for _, s := range sh {
		for i := range sig {
			if h := mix(s ^ uint32(i+1)*0x9e3779b9); h < sig[i] {
				sig[i] = h
			}
		}
	}
	return sig, len(sh)
}

// bandKeys returns one key a band; two texts that share one are candidates.
func (p *Profile) bandKeys() []uint64 {
	if p.Shingles < minShingles {
		return nil
	}
	out := make([]uint64, bands)
	for b := range out {
		x := uint64(b) + 1
		for _, v := range p.Signature[b*rows : (b+1)*rows] {
			x = (x ^ uint64(v)) * 0x9e3779b97f4a7c15
			x ^= x >> 29
		}
		out[b] = x
	}
	return out
}

// containment returns the share of the shorter set that stands in the other.
func containment(a, b []uint32) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return float64(n) / float64(min(len(a), len(b)))
}
