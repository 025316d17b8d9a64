package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosstally/pipeline"
)

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the version",
		Args:  exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, err := fmt.Fprintln(a.out, "crosstally "+pipeline.Version())
			return err
		},
	}
}
