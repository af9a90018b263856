# What a person types. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help needs build lint test demo pictures pages bench fuzz torture soak clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

needs: ## install the Debian packages that are missing, and say which
	@Tests/tools/install-needs

build: needs ## make .build/release/dossierd and dossierctl, without need of Swift's libraries where they run
	swift build -c release --static-swift-stdlib

lint: needs ## check the style of the Swift code, the shell scripts, and that the core stays pure
	swift format lint --strict -r Sources Tests Package.swift
	shellcheck $$(grep -rlE --exclude-dir=.build '^#!/bin/(ba)?sh' .ci Tests)
	Tests/tools/check-purity Sources/Dossiers

test: lint ## build with warnings as errors and run every test; FILTER=name runs those of that name
	Tests/tools/run-tests '$(FILTER)'

demo: build ## show a day of the province, from scan to mail
	Tests/tools/demo

pictures: needs ## draw the mails as phones and desks show them; needs chromium and poppler-utils
	swift build --product dossierctl
	Tests/tools/mail-pictures

pages: ## open every page as every reader with a browser, judge and draw it, and try the API
	@Tests/tools/install-needs pages
	swift build
	Tests/tools/pages

bench: ## measure, and write .build/bench.jsonl
	Tests/Benchmarks/run

fuzz: ## look for messages that stop the program; SECONDS=n of bodies, EVENTS=n of events
	Tests/tools/install-needs
	Tests/Fuzz/run $(or $(SECONDS),60) $(or $(EVENTS),1000000) $(SEED)

torture: build ## break everything around the daemon, within 40 minutes, and count what is lost; SEED=n, FAULT=name
	TORTURE_SEED=$(SEED) Tests/torture torture $(FAULT)

soak: build ## the same for hours
	TORTURE_SEED=$(SEED) Tests/torture soak $(FAULT)

clean: ## remove what was built
	rm -rf .build .build-* Tests/Benchmarks/.build Tests/Fuzz/.build
