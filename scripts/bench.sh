#!/usr/bin/env bash
# Prints the benchmark tables of docs/benchmarks.md: care, with DuckDB and polars beside; of it contracts alone, with numpy
# beside; linkage, with Splink beside; and load, with an empty handler beside. Takes some minutes and 2 GB of disk.
# Usage: bench.sh [care|contracts|linkage|load] [options of that part]; care, linkage and load where none is named.
set -euo pipefail
cd "$(dirname "$0")/.."

homeward="${HOMEWARD:-.build/release/homeward}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

care() {
    .venv-bench/bin/python Tests/Bench/bench.py "$homeward" "$folder/care" "$@"
}

contracts() {
    care --contracts "$@"
}

linkage() {
    .venv-bench/bin/python Tests/Bench/linkage/contest.py --homeward "$homeward" --folder "$folder/linkage" "$@"
}

load() {
    python3 Tests/Bench/load.py "$homeward" "$folder/load" "$@"
}

case "${1:-}" in
    care | contracts | linkage | load) "$@" ;;
    *)
        care "$@"
        linkage
        load
        ;;
esac
