package main

import (
	"github.com/spf13/cobra"

	"crosstally/pipeline"
)

func (a *app) version() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "version",
		Short: "print the version",
		Args:  exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return say(a, map[string]string{"version": pipeline.Version()}, "crosstally "+pipeline.Version())
		},
	}
	a.formatFlag(cmd, "table", "table|json|jsonl")
	return cmd
}
