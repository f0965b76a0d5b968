#!/usr/bin/env bash
# Prints the benchmark table of docs/benchmarks.md, with DuckDB and polars beside. Takes some minutes and 2 GB of disk.
# Usage: bench.sh [--markdown] [--children N]
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
.venv-bench/bin/python Tests/Bench/bench.py "${HOMEWARD:-.build/release/homeward}" "$folder" "$@"
