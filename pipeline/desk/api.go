package desk

import (
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/foreign"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

func valueOf(c claim.Claim) reconcile.Value {
	return reconcile.Value{Value: c.Value, Lower: c.Lower, Upper: c.Upper, Approximate: c.Approximate}
}

// write sends a value as JSON; what a terminal would obey is written as \u escapes.
func write(w http.ResponseWriter, v any) error {
	raw, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode the answer: %w", err)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_, _ = w.Write(append(foreign.JSON(raw), '\n')) // the reader may be gone
	return nil
}

func (d *desk) apiBrief(w http.ResponseWriter, r *http.Request) error {
	b, err := d.brief(r)
	if err != nil {
		return err
	}
	return write(w, b)
}

func (d *desk) apiFacts(w http.ResponseWriter, r *http.Request) error { return d.apiPick(w, r, "") }

func (d *desk) apiConflicts(w http.ResponseWriter, r *http.Request) error {
	return d.apiPick(w, r, string(reconcile.Conflict))
}

// apiPick sends the facts that a filter keeps, with how many there are in the header X-Total-Count.
func (d *desk) apiPick(w http.ResponseWriter, r *http.Request, verdict string) error {
	f, err := filterOf(r, maxLimit)
	if err != nil {
		return err
	}
	if verdict != "" {
		f.Verdict = verdict
	}
	rows, sp, err := d.pick(f, func(int) string { return "" })
	if err != nil {
		return err
	}
	facts, err := d.full(rows)
	if err != nil {
		return err
	}
	return d.send(w, sp, facts)
}

// send sends a part of a list, with how many there are of all in X-Total-Count where that is known; where not all could be looked
// through, X-Incomplete says so.
func (d *desk) send(w http.ResponseWriter, s span, list any) error {
	if s.Known {
		w.Header().Set("X-Total-Count", strconv.Itoa(s.Total))
	}
	if s.Partly {
		w.Header().Set("X-Incomplete", "true")
	}
	return write(w, list)
}

func (d *desk) apiFact(w http.ResponseWriter, r *http.Request) error {
	told, err := d.told(r)
	if err != nil {
		return err
	}
	return write(w, told)
}

// told is the fact that an address names, with its history.
func (d *desk) told(r *http.Request) (told lists.Told, err error) {
	f, err := d.store.Fact(r.PathValue("id"))
	if err != nil {
		return told, err
	}
	return lists.Tell(d.store, f)
}

func (d *desk) apiStories(w http.ResponseWriter, r *http.Request) error {
	f, err := filterOf(r, maxLimit)
	if err != nil {
		return err
	}
	x, err := d.indexed()
	if err != nil {
		return err
	}
	out := []reconcile.Story{}
	n := 0
	err = d.store.Newest(store.Query{}, func(t store.Telling) (bool, error) {
		if n++; n <= f.Offset {
			return true, nil
		}
		s, err := t.Story()
		out = append(out, s)
		return len(out) < f.Limit, err
	})
	if err != nil {
		return err
	}
	return d.send(w, span{Total: x.stories, Known: x.complete}, out)
}

func (d *desk) apiSources(w http.ResponseWriter, _ *http.Request) error {
	x, err := d.indexed()
	if err == nil && !x.complete {
		err = errIndexing
	}
	if err != nil {
		return err
	}
	out := []lists.Source{}
	for _, s := range x.sources {
		out = append(out, s.Publisher)
	}
	return write(w, out)
}

func (d *desk) apiNames(w http.ResponseWriter, r *http.Request) error {
	list, s, x, err := d.names(r, maxLimit)
	if err == nil && !x.complete {
		err = errIndexing
	}
	if err != nil {
		return err
	}
	return d.send(w, s, append([]lists.Name{}, list...))
}

func (d *desk) apiArticles(w http.ResponseWriter, r *http.Request) error {
	if u := r.URL.Query().Get("url"); u != "" {
		a, _, err := d.store.Page(u)
		if err != nil {
			return err
		}
		return write(w, a)
	}
	f, err := filterOf(r, maxLimit)
	if err != nil {
		return err
	}
	x, err := d.indexed()
	if err != nil {
		return err
	}
	out := []articleRow{}
	n := 0
	err = d.store.Newest(store.Query{}, func(t store.Telling) (bool, error) {
		if g := x.by[t.ID()]; g != nil && n+g.articles <= f.Offset {
			n += g.articles
			return true, nil
		}
		all, err := d.rows.articles(t)
		for _, a := range all {
			if n++; n > f.Offset && len(out) < f.Limit {
				out = append(out, a)
			}
		}
		return len(out) < f.Limit, err
	})
	if err != nil {
		return err
	}
	return d.send(w, span{Total: x.articles, Known: x.complete}, out)
}

// apiDescription describes the API in OpenAPI's words. It is made of the routes and of the types that they return.
func (d *desk) apiDescription(w http.ResponseWriter, _ *http.Request) error {
	return write(w, description(d.opt.Version))
}

func description(version string) map[string]any {
	paths := map[string]any{}
	for _, r := range routes() {
		method, path, _ := strings.Cut(r.pattern, " ")
		path = strings.ReplaceAll(path, "{$}", "")
		params := []any{}
		if strings.Contains(path, "{id}") {
			params = append(params, map[string]any{"name": "id", "in": "path", "required": true, "schema": map[string]any{"type": "string"}})
		}
		for _, q := range r.query {
			params = append(params, map[string]any{"name": q, "in": "query", "schema": map[string]any{"type": "string"}})
		}
		ok := map[string]any{"description": r.what}
		if r.returns != nil {
			ok["content"] = map[string]any{"application/json": map[string]any{"schema": schema(reflect.TypeOf(r.returns))}}
		}
		paths[path] = map[string]any{strings.ToLower(method): map[string]any{"summary": r.what, "parameters": params, "responses": map[string]any{"200": ok}}}
	}
	return map[string]any{"openapi": "3.1.0", "info": map[string]any{"title": "crosstally", "version": version}, "paths": paths}
}

// schema describes the JSON of a type.
func schema(t reflect.Type) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		s := schema(t.Elem())
		s["type"] = []any{s["type"], "null"}
		return s
	case reflect.Slice, reflect.Array:
		return map[string]any{"type": []any{"array", "null"}, "items": schema(t.Elem())}
	case reflect.Struct:
		if t == reflect.TypeFor[time.Time]() {
			return map[string]any{"type": "string", "format": "date-time"}
		}
		props := map[string]any{}
		fields(t, props)
		return map[string]any{"type": "object", "properties": props}
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Map, reflect.Interface:
		return map[string]any{"type": "object"}
	}
	return map[string]any{"type": "number"}
}

func fields(t reflect.Type, props map[string]any) {
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-" || !f.IsExported():
		case f.Anonymous && name == "":
			fields(f.Type, props)
		default:
			if name == "" {
				name = f.Name
			}
			props[name] = schema(f.Type)
		}
	}
}
