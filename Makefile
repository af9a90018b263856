# What a person types. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help needs build lint test install uninstall deb afternoon demo pictures pages bench docs fuzz torture soak clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

needs: ## install the Debian packages that are missing, and say which
	@Tests/tools/install-needs

build: needs ## make .build/release/dossierd and dossierctl, without need of Swift's libraries where they run
	swift build -c release --static-swift-stdlib

lint: needs ## check the style of the Swift code, the shell scripts, and that the core stays pure
	swift format lint --strict -r Sources Tests Package.swift
	shellcheck $$(grep -rlE --exclude-dir=.build '^#!/bin/(ba)?sh' .ci Tests packaging)
	Tests/tools/check-purity Sources/Dossiers

test: lint ## build with warnings as errors, run every test, some fuzzing, and the afternoon; FILTER=name runs those of that name alone
	@$(if $(FILTER),,Tests/tools/install-needs browser)
	BESIDE='$(MAKE) --silent build' Tests/tools/run-tests '$(FILTER)'
	$(if $(FILTER),,Tests/Fuzz/run --seconds 15 --events 100000)
	$(if $(FILTER),,$(MAKE) afternoon)

install: ## put what was built below PREFIX (/usr/local), and into /etc what is missing there; DESTDIR goes before
	PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' packaging/place install

uninstall: ## take that out again, but for configuration and database
	PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' packaging/place uninstall

deb: build ## make the Debian package, and have lintian look at it
	@Tests/tools/install-needs deb
	packaging/deb

afternoon: deb ## install, use, upgrade and purge the package in a clean Debian under a systemd of its own
	Tests/tools/afternoon

demo: build ## show a day of the province, from scan to mail; SERVE=1 keeps the pages of a month open after it
	Tests/tools/demo $(if $(SERVE),--serve)

pictures: needs ## draw the mails as phones and desks show them; needs chromium and poppler-utils
	swift build --product dossierctl
	Tests/tools/mail-pictures

pages: ## open every page as every reader with a browser, judge and draw it, and try the API
	@Tests/tools/install-needs pages
	swift build
	Tests/tools/pages

bench: ## measure, and write .build/bench.jsonl
	Tests/Benchmarks/run

docs: ## write the pages of the core's public interface into .build/docs
	swift build --target Dossiers
	Tests/tools/docs .build/docs

fuzz: ## look for messages and files that stop the program; SECONDS=n, and EVENTS=n of events
	Tests/tools/install-needs
	Tests/Fuzz/run --seconds $(or $(SECONDS),60) --events $(or $(EVENTS),1000000) $(if $(SEED),--seed $(SEED))

torture: build ## break everything around the daemon, within 40 minutes, and count what is lost; SEED=n, FAULT=name
	TORTURE_SEED=$(SEED) Tests/torture torture $(FAULT)

soak: build ## the same for a day and more; SCALE=0.01 does a hundredth of it
	TORTURE_SEED=$(SEED) TORTURE_SCALE=$(SCALE) Tests/torture soak $(FAULT)

clean: ## remove what was built
	rm -rf .build .build-* Tests/Benchmarks/.build Tests/Fuzz/.build
