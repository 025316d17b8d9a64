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

func (d *desk) brief(r *http.Request) (b lists.Brief, err error) {
	since := r.URL.Query().Get("since")
	belongs, err := lists.Since(since, d.opt.Now())
	if err != nil {
		return b, badRequest{err}
	}
	return lists.ReadBrief(d.store, since, belongs)
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
	c, err := d.catalogue()
	if err != nil {
		return err
	}
	rows, total := c.pick(f)
	facts, err := d.full(rows)
	if err != nil {
		return err
	}
	w.Header().Set("X-Total-Count", strconv.Itoa(total))
	return write(w, facts)
}

func (d *desk) apiFact(w http.ResponseWriter, r *http.Request) error {
	f, err := d.store.Fact(r.PathValue("id"))
	if err != nil {
		return err
	}
	told, err := lists.Tell(d.store, f)
	if err != nil {
		return err
	}
	return write(w, told)
}

func (d *desk) apiStories(w http.ResponseWriter, _ *http.Request) error {
	c, err := d.catalogue()
	if err != nil {
		return err
	}
	return write(w, append([]reconcile.Story{}, c.stories...))
}

func (d *desk) apiSources(w http.ResponseWriter, _ *http.Request) error {
	c, err := d.catalogue()
	if err != nil {
		return err
	}
	return write(w, c.sources)
}

func (d *desk) apiNames(w http.ResponseWriter, _ *http.Request) error {
	c, err := d.catalogue()
	if err != nil {
		return err
	}
	return write(w, append([]lists.Name{}, c.names...))
}

func (d *desk) apiArticles(w http.ResponseWriter, r *http.Request) error {
	if u := r.URL.Query().Get("url"); u != "" {
		a, _, err := d.store.Page(u)
		if err != nil {
			return err
		}
		return write(w, a)
	}
	c, err := d.catalogue()
	if err != nil {
		return err
	}
	return write(w, append([]articleRow{}, c.articles...))
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
