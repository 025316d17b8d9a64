# Everything a change needs: make lint test eval. The README shows `make run` and `make test`.
SHELL     := bash
GO        ?= go
BIN       := bin/crosstally
SETS      := stories trials blind unseen late fresh recent apart plain aside kept
RUN_DB    := .cache/run.db
FUZZTIME  ?= 30s
export CGO_ENABLED ?= 0

.PHONY: build run test race eval bench fuzz crash lint help clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

build: ## build the binary into bin/
	@$(GO) build -trimpath -ldflags '-s -w' -o $(BIN) ./cmd/crosstally

run: build ## ingest the shipped stories offline and print their conflicts
	@mkdir -p .cache && rm -f $(RUN_DB)
	@echo '$$ crosstally ingest --db $(RUN_DB) fixtures/stories/*/feed.xml'
	@$(BIN) ingest --db $(RUN_DB) fixtures/stories/*/feed.xml
	@echo; echo '$$ crosstally conflicts --db $(RUN_DB)'
	@$(BIN) conflicts --db $(RUN_DB)
	@id=$$($(BIN) conflicts --db $(RUN_DB) --format jsonl | head -n 1 | sed -E 's/^\{"id":"([^"]+)".*/\1/'); \
	echo; echo "\$$ crosstally show --db $(RUN_DB) $$id"; $(BIN) show --db $(RUN_DB) $$id
	@echo; echo 'Look further: $(BIN) facts --db $(RUN_DB)    $(BIN) stories --db $(RUN_DB)    $(BIN) names --db $(RUN_DB)    $(BIN) help'

test: ## run all tests, then what is concurrent under the race detector
	$(GO) test ./...
	CGO_ENABLED=1 $(GO) test -race -run 'Workers|Concurrent|Shared' ./...

eval: ## score the stories and the sets of trials against their floors (MISSES=1 lists what was missed)
	@$(GO) build -o .cache/eval ./cmd/eval
	@set -e; for set in $(SETS); do echo $$set; .cache/eval $(if $(MISSES),-misses) -floors fixtures/floors-$$set.tsv fixtures/$$set/*; echo; done

bench: ## time each stage and the whole, per core
	@$(GO) test -run '^$$' -bench . -benchmem ./...

fuzz: ## run each fuzz target for FUZZTIME (30s)
	@set -e; for pkg in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
	    echo "$$pkg $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$pkg; done; done

crash: ## 10,000 kills, 2,000 damaged files, 1,000 power cuts, a disk full at each KB, each write failed (CRASH_KILLS, DAMAGES, TORN, FULL_STEP, EIO_WRITES)
	CRASH_KILLS=$${CRASH_KILLS:-10000} DAMAGES=$${DAMAGES:-2000} TORN=$${TORN:-1000} FULL_STEP=$${FULL_STEP:-1} EIO_WRITES=$${EIO_WRITES:-1000} $(GO) test ./store -run "Killed|Damage|Torn|Full|Failing" -v -timeout 90m

lint: ## gofmt, vet and staticcheck
	@out=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$out" ]; then echo "not gofmt'ed: $$out"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool -modfile=.tools/go.mod staticcheck ./...

clean: ## remove what the other targets made
	rm -rf bin .cache
