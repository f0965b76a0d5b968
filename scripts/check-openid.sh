#!/usr/bin/env bash
# Signs in to the debug build with a real OpenID Connect provider on this machine, in a real browser and by plain requests.
# Usage: check-openid.sh [FOLDER for screenshots]
set -euo pipefail
cd "$(dirname "$0")/.."

shots=()
[ $# -eq 0 ] || shots=(--shots "$1")
.venv-pages/bin/python Tests/OpenID/check_openid.py --homeward "${HOMEWARD:-.build/debug/homeward}" \
    --axe .venv-pages/axe.min.js "${shots[@]}"
