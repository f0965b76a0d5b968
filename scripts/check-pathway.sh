#!/usr/bin/env bash
# Walks the whole pathway from nomination to follow-up in a real browser, over a demonstration register of the debug build.
# Usage: check-pathway.sh [FOLDER for screenshots]
set -euo pipefail
cd "$(dirname "$0")/.."

shots=()
[ $# -eq 0 ] || shots=(--shots "$1")
.venv-pages/bin/python Tests/Pages/check_pathway.py --homeward "${HOMEWARD:-.build/debug/homeward}" \
    --axe .venv-pages/axe.min.js "${shots[@]}"
