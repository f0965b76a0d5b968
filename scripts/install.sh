#!/usr/bin/env bash
# Installs what is missing for the parts named: build, pages, oracle, documents, openid, api, bench. Debian packages by
# apt-get, Python tools by pip.
# Says nothing where nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

need_packages() {
    local missing=()
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    echo "Installing ${missing[*]}" >&2
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

need_python() {
    local venv=$1
    shift
    [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
    local stamp="$venv/.installed"
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$*" ] && return
    echo "Installing $*" >&2
    "$venv/bin/pip" install -q --disable-pip-version-check "$@" >&2
    echo "$*" >"$stamp"
}

# axe-core comes inside a Python wheel that asks for a newer Python than Debian's: it is only unpacked.
need_axe() {
    local axe=.venv-pages/axe.min.js
    [ -s "$axe" ] && return
    local folder
    folder=$(mktemp -d)
    .venv-pages/bin/pip download -q --disable-pip-version-check --no-deps --only-binary :all: --python-version 3.13 \
        -d "$folder" pytest-playwright-axe==4.14.0 >&2
    python3 - "$folder" "$axe" <<'PYTHON'
import glob, sys, zipfile
wheel = zipfile.ZipFile(glob.glob(sys.argv[1] + "/*.whl")[0])
open(sys.argv[2], "wb").write(wheel.read("pytest_playwright_axe/resources/axe.min.js"))
PYTHON
    rm -rf "$folder"
}

need_provider() {
    dpkg-query -W -f='${Status}' glewlwyd 2>/dev/null | grep -q 'install ok installed' && return
    # The tests start one of their own. The package's service would listen to everybody, with a password that all know.
    if command -v systemctl >/dev/null; then
        local as_root=()
        [ "$(id -u)" -eq 0 ] || as_root=(sudo)
        "${as_root[@]}" systemctl mask --quiet glewlwyd.service 2>/dev/null || true
    fi
    need_packages glewlwyd
}

command -v swift >/dev/null || { echo "Swift 6.3 or later is needed: see swift.org/install" >&2; exit 2; }

for part in "$@"; do
    case "$part" in
        build) need_packages libsqlite3-dev zlib1g-dev libxml2 libxlsxwriter-dev ;;
        pages)
            need_packages chromium chromium-driver curl fonts-liberation2 python3 python3-venv python3-pip
            need_python .venv-pages selenium==4.51.0
            need_axe
            ;;
        oracle)
            need_packages python3 python3-venv python3-pip
            need_python .venv-oracle scipy==1.17.1 openpyxl==3.1.5 jsonschema==4.26.0
            ;;
        documents)
            need_packages chromium fonts-liberation2 libreoffice-calc-nogui poppler-utils
            ;;
        openid)
            need_packages openssl
            need_provider
            ;;
        api)
            need_packages python3 python3-venv python3-pip
            need_python .venv-api schemathesis==4.32.5
            ;;
        bench)
            need_packages wrk python3 python3-venv python3-pip
            need_python .venv-bench duckdb==2.0.0 polars pyarrow numpy pandas splink==5.0.0
            ;;
        *) echo "install.sh: build, pages, oracle, documents, openid, api or bench, not $part" >&2; exit 2 ;;
    esac
done
