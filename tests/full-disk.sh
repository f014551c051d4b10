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

# The disk is full in the middle of a spill: nothing under the final name, and
# an index is what it was.
awk 'BEGIN { for (i = 0; i < 20000; i++) {
    printf "{\"id\":%d,\"text\":\"", i
    for (k = 0; k < 24; k++)
        printf "w%d ", (int(i / 3) * 31 + k * k) % 50000 + k
    print "end\"}"
} }' >"$work/many.jsonl"
copies="copies --unit=record --clean=no --measure=jaccard --memory=1M"
# shellcheck disable=SC2086 # words
copydesk $copies --stats "$work/many.jsonl" -o "$work/spilt" 2>"$work/err"
check "nothing was spilled" grep -q '"spilled":[1-9]' "$work/err"
head -n 100 "$work/many.jsonl" >"$work/few.jsonl"
# shellcheck disable=SC2086
copydesk $copies --index "$work/index" "$work/few.jsonl" -o "$work/first" \
    2>/dev/null
cp -r "$work/index" "$work/index-before"
for blocks in 1 200 2000; do
    for extra in "" "--index $work/index" "--keep=first"; do
        (
            trap '' XFSZ
            ulimit -f $blocks
            # shellcheck disable=SC2086
            TMPDIR=$work copydesk $copies $extra "$work/many.jsonl" \
                -o "$work/full" 2>"$work/err"
        )
        check "a spill with $blocks blocks of disk ($extra): not exit code 4" \
            test $? -eq 4
        check "a spill with $blocks blocks of disk ($extra): $(cat "$work/err")" \
            grep -q 'temporary file\|cannot write\|too large' "$work/err"
        check "a spill with $blocks blocks of disk ($extra) left a result" \
            test ! -e "$work/full"
        check "a spill with $blocks blocks of disk changed the index" \
            diff -r "$work/index-before" "$work/index"
        left=$(find "$work" -name 'copydesk-*' | wc -l)
        check "a spill left $left temporary files" test "$left" -eq 0
    done
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
