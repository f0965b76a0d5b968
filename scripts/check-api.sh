#!/usr/bin/env bash
# Tries the operations for programs with made-up requests, over a demonstration register of the debug build.
# Usage: check-api.sh [--examples N]
set -euo pipefail
cd "$(dirname "$0")/.."

.venv-pages/bin/python Tests/API/check_api.py --homeward "${HOMEWARD:-.build/debug/homeward}" \
    --schemathesis .venv-api/bin/schemathesis "$@"
