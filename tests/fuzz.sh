#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Each fuzz target over its seeds in fuzz/corpus/ and over the demo's pages.
. "${srcdir:-.}/tests/lib.sh"
build=$(cd "$(dirname "$COPYDESK")" && pwd)
cd "$top" || exit 99

for target in "$build"/fuzz/fuzz_*; do
    name=${target##*/fuzz_}
    case $name in *.*) continue ;; esac
    # shellcheck disable=SC2046 # names without spaces
    if "$target" fuzz/corpus/"$name"/* $(find demo/pages -type f) \
        >"$work/log" 2>&1; then
        pass
    else
        fail "fuzz_$name: $(tail -n 3 "$work/log")"
    fi
done
finish
