package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosstally/pipeline"
	"crosstally/pipeline/desk"
	"crosstally/pipeline/ruling"
	"crosstally/store"
)

func (a *app) serve() *cobra.Command {
	var addr string
	var hosts []string
	var readOnly bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "show the store in a browser, and give it to programs as a JSON API, an Atom feed and metrics",
		Long: "serve answers until it is interrupted, also while another process ingests. It listens on this machine alone unless --addr says otherwise,\n" +
			"and knows no users: whoever can reach it can read, and rule unless it is --read-only.",
		Example: "  crosstally serve\n  crosstally serve --addr 127.0.0.1:9000 --read-only",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			host, _, err := net.SplitHostPort(addr)
			if err != nil {
				return usageError{fmt.Errorf("--addr %q: %w; write HOST:PORT, such as 127.0.0.1:8474", addr, err)}
			}
			for i, h := range hosts {
				hosts[i] = strings.ToLower(h)
			}
			return a.withStore(func(s *store.Store) error {
				opt := desk.Options{Hosts: append(hosts, strings.ToLower(host)), Version: pipeline.Version()}
				if !readOnly {
					opt.Rule, opt.Unrule, opt.Regroup = a.ruleFromDesk, a.unruleFromDesk, a.regroupFromDesk
				}
				return a.listen(addr, desk.Server(desk.New(s, opt)))
			})
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8474", "where to listen")
	cmd.Flags().StringSliceVar(&hosts, "host", nil, "another host name under which it may be asked, such as that of a proxy")
	cmd.Flags().BoolVar(&readOnly, "read-only", false, "take no rulings")
	a.storeFlag(cmd)
	return cmd
}

// listen serves until the command is interrupted, then lets requests end.
func (a *app) listen(addr string, srv *http.Server) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("serve: %w; choose another place with --addr", err)
	}
	fmt.Fprintf(a.err, "crosstally: serving %s at http://%s/\n", printable(a.dbPath()), l.Addr())
	done := make(chan error, 1)
	go func() {
		<-a.ctx.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		done <- srv.Shutdown(ctx)
	}()
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return <-done
}

func (a *app) ruleFromDesk(fact string, kind ruling.Kind, what string, by ruling.Person) error {
	return a.writesStore(func(s *store.Store) error {
		f, err := s.Fact(fact)
		if err != nil {
			return err
		}
		r, err := ruling.On(f, kind, what, by)
		if err != nil {
			return err
		}
		_, err = pipeline.Rule(s, r, time.Now)
		return err
	})
}

func (a *app) regroupFromDesk(decide func(pipeline.Bench) (ruling.Ruling, error)) error {
	return a.writesStore(func(s *store.Store) error {
		r, err := decide(s)
		if err != nil {
			return err
		}
		_, err = pipeline.Rule(s, r, time.Now)
		return err
	})
}

func (a *app) unruleFromDesk(id uint64, u ruling.Undoing) error {
	return a.writesStore(func(s *store.Store) error {
		u.When = u.When.Truncate(time.Second)
		_, err := pipeline.Unrule(s, id, u, time.Now)
		return err
	})
}
