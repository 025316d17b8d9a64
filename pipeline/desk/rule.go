package desk

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"crosstally/pipeline"
	"crosstally/pipeline/ruling"
)

// A change is a fact's step in a run.
type change pipeline.Change

// Was and now in one line.
func (c change) Figures() string {
	was, now := strings.Join(c.Was.Figures, "; "), strings.Join(c.Now.Figures, "; ")
	if was == "" || was == now {
		return now
	}
	return was + " → " + now
}

// rule makes a ruling from the form of a fact's page.
func (d *desk) rule(w http.ResponseWriter, r *http.Request) error {
	if err := d.mayWrite(r); err != nil {
		return err
	}
	id := r.PathValue("id")
	kind := ruling.Kind(r.PostForm.Get("kind"))
	what := strings.TrimSpace(r.PostForm.Get("figure"))
	why := strings.TrimSpace(r.PostForm.Get("why"))
	switch kind {
	case ruling.Accept, ruling.Reject:
	case ruling.NotAConflict:
		what = ""
	case ruling.Note:
		what, why = why, ""
	default:
		return badRequest{fmt.Errorf("unknown ruling %q", kind)}
	}
	who, err := d.person(r)
	if err != nil {
		return err
	}
	who.Why = why
	if err := d.opt.Rule(id, kind, what, who); err != nil {
		return err
	}
	http.Redirect(w, r, "/facts/"+id+"#rulings", http.StatusSeeOther)
	return nil
}

// person reads who rules.
func (d *desk) person(r *http.Request) (ruling.Person, error) {
	by := strings.TrimSpace(r.PostForm.Get("by"))
	if by == "" {
		return ruling.Person{}, badRequest{fmt.Errorf("say who rules: the field 'your name' is empty")}
	}
	return ruling.Person{Name: by, When: d.opt.Now().UTC()}, nil
}

// undo takes a ruling back.
func (d *desk) undo(w http.ResponseWriter, r *http.Request) error {
	if err := d.mayWrite(r); err != nil {
		return err
	}
	id, err := strconv.ParseUint(r.PathValue("id"), 10, 64)
	if err != nil {
		return errNoPage
	}
	who, err := d.person(r)
	if err != nil {
		return err
	}
	if err := d.opt.Unrule(id, ruling.Undoing{By: who.Name, When: who.When, Why: strings.TrimSpace(r.PostForm.Get("why"))}); err != nil {
		return err
	}
	http.Redirect(w, r, "/rulings", http.StatusSeeOther)
	return nil
}

func (d *desk) rulingsPage(w http.ResponseWriter, _ *http.Request) error {
	all, err := d.store.Rulings()
	if err != nil {
		return err
	}
	return d.show(w, 200, "rulings.html", page{Title: "Rulings", Here: "/rulings", Body: all})
}
