package reconcile

import "crosstally/pipeline/claim"

// Told writes a value with its modality where it is not asserted: "at least 14", "3 denied", "40 planned".
func (v Value) Told() string {
	if v.Modality == claim.Asserted || v.Modality == "" {
		return v.Figure()
	}
	return v.Figure() + " " + string(v.Modality)
}

// Figure writes a value with its bounds as a newspaper would: "at least 14", "about 300", "40 to 50".
func (v Value) Figure() string {
	switch {
	case v.Value != nil && !v.Approximate:
		return number(*v.Value)
	case v.Value != nil && v.Lower != nil && v.Upper != nil && *v.Lower != *v.Upper:
		return number(*v.Value) + " (" + number(*v.Lower) + " to " + number(*v.Upper) + ")"
	case v.Value != nil && v.Lower != nil && *v.Lower > *v.Value:
		return "just over " + number(*v.Value)
	case v.Value != nil && v.Upper != nil && *v.Upper < *v.Value:
		return "just under " + number(*v.Value)
	case v.Value != nil && v.Upper != nil:
		return "nearly " + number(*v.Value)
	case v.Value != nil:
		return "about " + number(*v.Value)
	case v.Lower != nil && v.Upper != nil:
		return number(*v.Lower) + " to " + number(*v.Upper)
	case v.Lower != nil:
		return "at least " + number(*v.Lower)
	case v.Upper != nil:
		return "at most " + number(*v.Upper)
	}
	return "unknown"
}
