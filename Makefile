# Two commands are the whole set-up: `make run` and `make test`. Each installs what is missing.

HOMEWARD := .build/release/homeward
SOURCES := $(shell find Sources Definitions -type f) Package.swift
SWIFT_FLAGS := --explicit-target-dependency-import-check error
REGISTER ?= demonstration.db
PORT ?= 8080

.PHONY: run test more core fuzz lint format pages pathway openid api bench docs setup test-setup clean

run: $(HOMEWARD) ## build if anything changed, make a demonstration register on first start, and serve it
	@$(HOMEWARD) serve --register $(REGISTER) --demonstration --port $(PORT)

$(HOMEWARD): $(SOURCES)
	@scripts/install.sh build
	swift build -c release --product homeward $(SWIFT_FLAGS)
	@touch $@

core: ## the pure part alone: builds and tests in about a second once built
	@CORE_ONLY=1 swift test --scratch-path .build-core $(SWIFT_FLAGS)

test: test-setup lint ## everything: style, rules, register, command line, pages in a real browser
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build
	python3 Tests/Oracle/compare.py --homeward .build/debug/homeward --seeds 1..10
	@scripts/install.sh oracle
	.venv-oracle/bin/python Tests/Oracle/disclosure.py --homeward .build/debug/homeward --tables 60
	@scripts/install.sh documents
	.venv-oracle/bin/python Tests/Oracle/documents.py --homeward .build/debug/homeward
	scripts/check-pages.sh

more: test pathway openid ## the tests, and what takes long beside: the whole pathway, signing in by a provider, INDIGO's schema
	@scripts/install.sh oracle
	.venv-oracle/bin/python Tests/Oracle/indigo.py --homeward .build/debug/homeward

fuzz: ## every damaged file there is, five times as many as in the tests
	swift build --build-tests $(SWIFT_FLAGS)
	HOMEWARD_FUZZ=all swift test --skip-build --filter Fuzz

pages: test-setup ## the pages in a real browser only
	swift build --product homeward $(SWIFT_FLAGS)
	scripts/check-pages.sh

pathway: test-setup ## from nomination to follow-up in a real browser, and nothing typed lost
	swift build --product homeward $(SWIFT_FLAGS)
	scripts/check-pathway.sh

openid: ## signing in by a real OpenID Connect provider, run here
	@scripts/install.sh build pages openid
	swift build --product homeward $(SWIFT_FLAGS)
	scripts/check-openid.sh

api: test-setup ## the operations for programs, tried with requests made up from their description
	@scripts/install.sh api
	swift build --product homeward $(SWIFT_FLAGS)
	scripts/check-api.sh

lint:
	swift format lint --strict --parallel -r Sources Tests Definitions Package.swift

format:
	swift format --in-place --parallel -r Sources Tests Definitions Package.swift

bench: $(HOMEWARD) ## the benchmark tables, beside DuckDB, polars, numpy and Splink; PART=care, contracts, linkage, load or scorecard
	@scripts/install.sh bench
	@scripts/bench.sh $(PART)

docs: $(HOMEWARD) ## write the data dictionary again from the code
	@$(HOMEWARD) dictionary > docs/data-dictionary.md

setup:
	@scripts/install.sh build

test-setup:
	@scripts/install.sh build pages openid

clean:
	rm -rf .build .build-* .venv-*
