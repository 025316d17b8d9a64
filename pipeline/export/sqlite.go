package export

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	_ "modernc.org/sqlite" // SQLite without cgo
)

// writeSQLite writes a database with one table, mention. SQLite writes to files alone, so it is made in a temporary folder.
func writeSQLite(w io.Writer, in Input) error {
	dir, err := os.MkdirTemp("", "crosstally")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "export.sqlite")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1) // pragmas are a connection's
	if err := errors.Join(fillSQLite(db, in), db.Close()); err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, f)
	return errors.Join(err, f.Close())
}

func fillSQLite(db *sql.DB, in Input) error {
	for _, q := range []string{"PRAGMA page_size=4096", "PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", createTable()} { // the file is renamed when it is whole
		if _, err := db.Exec(q); err != nil {
			return fmt.Errorf("%s: %w", q, err)
		}
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	insert, err := tx.Prepare("INSERT INTO mention VALUES (" + strings.TrimSuffix(strings.Repeat("?,", rowType.NumField()), ",") + ")")
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	if err := in.rows(func(r Row) error { _, err := insert.Exec(r.cells()...); return err }); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return errors.Join(insert.Close(), tx.Commit())
}

// createTable types each column by its field.
func createTable() string {
	var cols []string
	for i, name := range columnNames() {
		typ := "TEXT NOT NULL"
		switch rowType.Field(i).Type.Kind() {
		case reflect.Int, reflect.Bool:
			typ = "INTEGER NOT NULL"
		case reflect.Pointer:
			typ = "REAL"
		}
		cols = append(cols, fmt.Sprintf("%q %s", name, typ)) // quoted: some are words of SQL
	}
	return "CREATE TABLE mention (" + strings.Join(cols, ", ") + ")"
}
