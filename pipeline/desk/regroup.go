package desk

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"crosstally/pipeline"
	"crosstally/pipeline/ruling"
)

// regroup keeps a ruling on what belongs together that a form asks for.
func (d *desk) regroup(w http.ResponseWriter, r *http.Request, next string, decide func(pipeline.Bench, ruling.Person) (ruling.Ruling, error)) error {
	if err := d.mayWrite(r); err != nil {
		return err
	}
	if d.opt.Regroup == nil {
		return badRequest{errors.New("this desk takes no rulings on what belongs together; use the command line")}
	}
	who, err := d.person(r)
	if err != nil {
		return err
	}
	who.Why = strings.TrimSpace(r.PostForm.Get("why"))
	if err := d.opt.Regroup(func(b pipeline.Bench) (ruling.Ruling, error) { return decide(b, who) }); err != nil {
		return badRequest{err}
	}
	http.Redirect(w, r, next, http.StatusSeeOther)
	return nil
}

// split sets the claims of a figure or a source apart from a fact.
func (d *desk) split(w http.ResponseWriter, r *http.Request) error {
	return d.regroup(w, r, "/rulings", func(b pipeline.Bench, by ruling.Person) (ruling.Ruling, error) {
		return pipeline.Apart(b, r.PathValue("id"), []string{r.PostForm.Get("apart")}, by)
	})
}

// merge makes a fact and another of its story one.
func (d *desk) merge(w http.ResponseWriter, r *http.Request) error {
	return d.regroup(w, r, "/rulings", func(b pipeline.Bench, by ruling.Person) (ruling.Ruling, error) {
		return pipeline.One(b, r.PathValue("id"), strings.TrimSpace(r.PostForm.Get("with")), by)
	})
}

// regroupNames makes two spellings one name, or two.
func (d *desk) regroupNames(w http.ResponseWriter, r *http.Request) error {
	return d.regroup(w, r, "/rulings", func(b pipeline.Bench, by ruling.Person) (ruling.Ruling, error) {
		kind := ruling.Kind(r.PostForm.Get("kind"))
		names := []string{strings.TrimSpace(r.PostForm.Get("name"))}
		if other := strings.TrimSpace(r.PostForm.Get("other")); other != "" {
			names = append(names, other)
		}
		switch {
		case kind != ruling.NamesMerge && kind != ruling.NamesSplit:
			return ruling.Ruling{}, fmt.Errorf("unknown ruling %q", kind)
		case kind == ruling.NamesMerge && len(names) < 2:
			return ruling.Ruling{}, errors.New("say which two names are one")
		}
		return pipeline.Names(b, kind, names, by)
	})
}
