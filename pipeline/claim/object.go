package claim

import "crosstally/extractors/counts"

// complete fills in what the text leaves out: the noun of "31 others were injured", "nine were shot down", "had 23".
func (b *builder) complete(c *Claim, o *occurrence, parent int) {
	if c.Unit != "" && c.Object != "" || c.Kind != counts.Number && c.Kind != "" {
		if c.Object == "" {
			c.Object = c.Unit
		}
		return
	}
	class := c.Predicate
	unit, object := "", ""
	switch {
	case parent >= 0:
		unit, object = b.out[parent].Unit, b.out[parent].Object
		if b.out[parent].Kind != counts.Number && b.out[parent].Kind != "" {
			unit, object = "", ""
		}
	}
	if unit == "" {
		if p := b.antecedent(c, class, 4); p != nil && class != "" && !weakClasses[class] {
			unit, object = p.Unit, p.Object
		}
	}
	if unit == "" && class != "" && classes[class] != nil {
		unit = classes[class].unit
	}
	if unit == "" {
		if p := b.antecedent(c, "", 3); p != nil {
			unit, object = p.Unit, p.Object
		}
	}
	if unit == "" {
		unit = "person"
	}
	if unit == "person" {
		object = personObject(object)
	}
	if c.Unit == "" {
		c.Unit = unit
	}
	if c.Object == "" {
		if object == "" {
			object = unit
		}
		c.Object = object
	}
}

func personObject(object string) string {
	if object == "" {
		return "people"
	}
	return object
}
