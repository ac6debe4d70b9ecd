# Only names for the scripts, which do the work.
.PHONY: run test test-all check format
run:
	@scripts/run
test:
	@scripts/test
test-all:
	@scripts/test-all
check:
	@scripts/check-house
format:
	swift format --in-place --parallel --recursive Sources Tests Package.swift
