#!/usr/bin/env bash
# Prints the benchmark tables of docs/benchmarks.md: care, with DuckDB and polars beside; of it contracts alone, with numpy
# beside; linkage, with Splink beside; load, with an empty handler beside; scorecard, with DuckDB beside. Takes some minutes
# and 2 GB of disk.
# Usage: bench.sh [care|contracts|linkage|load|scorecard] [options of that part]; all of them where none is named.
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

scorecard() {
    .venv-bench/bin/python Tests/Bench/scorecard.py "$homeward" "$folder/scorecard" "$@"
}

case "${1:-}" in
    care | contracts | linkage | load | scorecard) "$@" ;;
    *)
        care "$@"
        linkage
        load
        scorecard
        ;;
esac
