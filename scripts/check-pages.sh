#!/usr/bin/env bash
# Serves the demonstration register from the debug build and visits every page of it as somebody of each role, signing in
# and setting up, and the page of a linking, in a real browser.
# Usage: check-pages.sh [FOLDER for screenshots]
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
homeward=${HOMEWARD:-.build/debug/homeward}
"$homeward" serve --register "$folder/pages.db" --demonstration --port "$port" >"$folder/log" 2>&1 &
server=$!
unclaimed=
stop() {
    for started in $server $unclaimed; do
        kill "$started" 2>/dev/null || true
        wait "$started" 2>/dev/null || true
    done
    rm -rf "$folder"
}
trap stop EXIT
"$homeward" import Tests/Fixtures/essex --register "$folder/unclaimed.db" >"$folder/imported" 2>&1 || [ $? -eq 1 ]
"$homeward" serve --register "$folder/unclaimed.db" --port "$((port + 1))" >"$folder/log-unclaimed" 2>&1 &
unclaimed=$!

for at in "$port" "$((port + 1))"; do
    for _ in $(seq 1 240); do
        if curl -fs -o /dev/null "http://127.0.0.1:$at/"; then break; fi
        kill -0 "$server" "$unclaimed" 2>/dev/null || { cat "$folder/log" "$folder/log-unclaimed" >&2; exit 1; }
        sleep 0.5
    done
done
users=()
for width in wide narrow; do
    echo "quiet amber kettle" | "$homeward" user add "$width" --name "Wren Invented" --role analyst \
        --register "$folder/pages.db" >>"$folder/users"
    users+=(--user "$width:quiet amber kettle")
done
"$homeward" link Tests/Fixtures/linkage/dataset3.csv --model febrl --train --out "$folder/clusters.csv" \
    --report "$folder/linking.html" >"$folder/linked"
shots=()
[ $# -eq 0 ] || shots=(--shots "$1")
.venv-pages/bin/python Tests/Pages/check_pages.py --axe .venv-pages/axe.min.js "${shots[@]}" \
    --file "$folder/linking.html" "${users[@]}" --unclaimed "http://127.0.0.1:$((port + 1))/" "http://127.0.0.1:$port/"
