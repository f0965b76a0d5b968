#!/usr/bin/env bash
# Serves the demonstration register from the debug build and visits every page of it, and the page of a linking, in a real
# browser.
# Usage: check-pages.sh [FOLDER for screenshots]
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
homeward=${HOMEWARD:-.build/debug/homeward}
"$homeward" serve --register "$folder/pages.db" --demonstration --port "$port" >"$folder/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

for _ in $(seq 1 240); do
    if curl -fs -o /dev/null "http://127.0.0.1:$port/"; then break; fi
    kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.5
done
"$homeward" link Tests/Fixtures/linkage/dataset3.csv --model febrl --train --out "$folder/clusters.csv" \
    --report "$folder/linking.html" >"$folder/linked"
shots=()
[ $# -eq 0 ] || shots=(--shots "$1")
.venv-pages/bin/python Tests/Pages/check_pages.py --axe .venv-pages/axe.min.js "${shots[@]}" \
    --file "$folder/linking.html" "http://127.0.0.1:$port/"
