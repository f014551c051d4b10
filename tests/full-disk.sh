#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A full disk is exit code 4 with a message; neither it nor a killed run leaves
# a half-written file under its final name.
. "${srcdir:-.}/tests/lib.sh"
cd "$top" || exit 99

# Every file under its final name is what the whole run wrote.
all_whole() {
    for file in "$1"/*; do
        name=${file##*/}
        [ ! -f "$file" ] || [ ! -f "$work/whole/$name" ] ||
            cmp "$file" "$work/whole/$name" || return 1
    done
}

copydesk run -q demo/pages -o "$work/whole" 2>/dev/null
check "the whole run wrote nothing" test -s "$work/whole/articles.jsonl"

if [ -w /dev/full ]; then
    for command in clean claims copies explain; do
        copydesk $command --format=jsonl demo/pages >/dev/full 2>"$work/err"
        check "$command to a full disk: not exit code 4" test $? -eq 4
        check "$command to a full disk: no message" \
            grep -q '^copydesk: ' "$work/err"
    done
fi

# A file size limit stands for the full disk: it needs no rights.
for blocks in 0 1 4 16 48; do
    (
        trap '' XFSZ
        ulimit -f $blocks
        copydesk run -q demo/pages -o "$work/full-$blocks" 2>/dev/null
    )
    check "run with $blocks blocks of disk: not exit code 4" test $? -eq 4
    check "run with $blocks blocks of disk left half a file" \
        all_whole "$work/full-$blocks"
done

for delay in .005 .01 .02 .04 .08; do
    copydesk run -q demo/pages -o "$work/killed-$delay" 2>/dev/null &
    sleep $delay
    kill -9 $! 2>/dev/null
    wait $! 2>/dev/null
    check "a run killed after $delay s left half a file" \
        all_whole "$work/killed-$delay"
done
finish
