#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Golden cases: tests/cases/NAME/cmd is run by sh in its folder, with "copydesk"
# on the PATH; standard output and a line "exit N" if N is not 0 must be the
# file out.  UPDATE=1 writes out anew; CASES="NAME..." runs some.
. "${srcdir:-.}/tests/lib.sh"
cd "$top/tests/cases" || exit 99

for name in ${CASES:-*}; do
    [ -f "$name/cmd" ] || continue
    (cd "$name" && OUT=$work/out-$name sh ./cmd) >"$work/got" 2>"$work/err"
    code=$?
    [ $code -eq 0 ] || echo "exit $code" >>"$work/got"
    if [ "${UPDATE-}" = 1 ]; then
        cp "$work/got" "$name/out"
        pass
    elif cmp -s "$name/out" "$work/got"; then
        pass
    else
        fail "$name differs"
        diff -u "$name/out" "$work/got" | head -n 40
        head -n 5 "$work/err"
    fi
done
finish
