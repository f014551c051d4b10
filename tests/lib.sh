# SPDX-License-Identifier: Apache-2.0
# For script tests: . "$srcdir/tests/lib.sh"
# Gives $work (a folder that goes away), $top (the source folder, absolute),
# "copydesk" on the PATH, and the functions below.
set -u
top=$(cd "${srcdir:-.}" && pwd)
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "${COPYDESK:?}" "$work/bin/copydesk"
PATH=$work/bin:$PATH
passed=0
failed=0

pass() { passed=$((passed + 1)); }
fail() {
    echo "$(basename "$0"): $*"
    failed=$((failed + 1))
}

# check "WHAT" COMMAND...: passes if the command does
check() {
    what=$1
    shift
    if "$@"; then pass; else fail "$what"; fi
}

skip() {
    echo "$(basename "$0"): skipped: $*"
    exit 77
}

# The last line of every test.
finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
    exit
}
