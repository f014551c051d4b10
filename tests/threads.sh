#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The same bytes from one thread and from many: the whole folder of a run, and
# what single commands write.
. "${srcdir:-.}/tests/lib.sh"
cd "$top" || exit 99

for threads in 1 2 8; do
    copydesk run -q -j $threads demo/pages -o "$work/run-$threads" 2>/dev/null
    [ $? -eq 3 ] || fail "run -j $threads: not exit code 3"
    for command in clean claims copies explain; do
        copydesk $command -j $threads --format=jsonl demo/pages \
            >"$work/$command-$threads" 2>/dev/null
    done
done
for threads in 2 8; do
    for file in "$work"/run-1/*; do
        name=${file##*/}
        check "run: $name differs with -j $threads" \
            cmp "$file" "$work/run-$threads/$name"
    done
    for command in clean claims copies explain; do
        check "$command differs with -j $threads" \
            cmp "$work/$command-1" "$work/$command-$threads"
    done
done
finish
