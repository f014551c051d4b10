# SPDX-License-Identifier: Apache-2.0
# What the other phases need beyond ./setup: a second compiler with its
# sanitizers, a browser and two modules to drive it, the formatter.  What cannot
# be had is skipped there.
set -u

# Can clang link what the sanitizers and fuzz targets need?  Its runtime is a
# package of its own.
has_runtime() {
    echo 'int main(void){return 0;}' >build-ci/runtime.c &&
        clang -fsanitize=address,undefined -o build-ci/runtime build-ci/runtime.c &&
        clang -fsanitize=fuzzer -c -o build-ci/runtime.o build-ci/runtime.c
}

packages() {
    missing=
    has_runtime 2>/dev/null || missing=' libclang-rt-dev'
    for pair in clang:clang chromium:chromium clang-format:clang-format psql:postgresql; do
        command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair#*:}"
    done
    [ -n "$missing" ] || return 0
    if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
        export DEBIAN_FRONTEND=noninteractive
        # shellcheck disable=SC2086 # a list of words
        apt-get update && apt-get install -y --no-install-recommends $missing
    else
        echo "skipped: installing$missing (no apt-get or no rights)"
    fi
}

# For tests/report-browser.sh; no browser is downloaded.
modules() {
    if ! command -v npm >/dev/null; then
        echo "skipped: the report in a browser (no npm)"
        return 0
    fi
    mkdir -p build-ci/browser
    cp tests/browser/package.json tests/browser/package-lock.json build-ci/browser
    npm ci --prefix build-ci/browser --ignore-scripts --no-audit --no-fund ||
        echo "skipped: the report in a browser (npm has no playwright-core or axe-core)"
}

packages && modules
