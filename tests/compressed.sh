#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compressed inputs give what the plain ones give; a damaged one is a reject.
. "${srcdir:-.}/tests/lib.sh"
cd "$work" || exit 99

for i in 1 2 3 4 5 6 7 8 9; do
    echo "{\"id\":$i,\"text\":\"The town bought $i buses on Monday, said the mayor of Tarnholt.\"}"
done >plain
copydesk clean --format=jsonl plain | sed 's/"source":"[^"]*"//' >want
for tool in gzip bzip2 xz zstd; do
    command -v $tool >/dev/null || continue
    $tool -c <plain >coded
    copydesk clean --format=jsonl coded | sed 's/"source":"[^"]*"//' >got
    check "$tool: not the same" cmp want got
    $tool -c <plain | copydesk clean --format=jsonl - | sed 's/"source":"[^"]*"//' >got
    check "$tool on standard input: not the same" cmp want got
    cat coded coded >twice
    check "$tool: not all members" \
        test "$(copydesk clean --format=jsonl twice | wc -l)" -eq 18
    head -c "$(($(wc -c <coded) - 12))" coded >cut
    copydesk clean --format=jsonl cut >got 2>err
    check "$tool: a cut file is not exit code 3" test $? -eq 3
    check "$tool: a cut file has no reason" grep -q 'lost bytes' err
done
finish
