#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A run that is killed again and again, and resumed each time, writes the same
# bytes as one that was left alone; what is unfinished is not lost by accident.
. "${srcdir:-.}/tests/lib.sh"
cd "$top" || exit 99

n=500
[ "${SANITIZED-}" != yes ] || n=150 # each takes longer
awk -v n=$n -f tests/pages.awk >"$work/pages.jsonl"
inputs="$work/pages.jsonl demo/pages"
resume="copydesk run -q --resume --shard-size=200k"

copydesk run -q $inputs -o "$work/whole" 2>/dev/null

# Not all of these come before the end, and the machine decides where they hit.
kills=0
for delay in .05 .1 .15 .1 .2 .05 .3 .25 .2 .4; do
    $resume -j$((kills % 3 + 1)) $inputs -o "$work/out" 2>/dev/null &
    sleep $delay
    kill -9 $! 2>/dev/null
    wait $! 2>/dev/null
    [ $? -eq 137 ] && kills=$((kills + 1))
done
$resume $inputs -o "$work/out" 2>/dev/null
check "resumed: not exit code 3" test $? -eq 3
check "resumed after $kills kills: other bytes" \
    diff -rq "$work/whole" "$work/out"
check "a finished run left its shards" test ! -e "$work/out/.shards"

# A run that failed late: its result could not get its name.
mkdir -p "$work/late/copydesk.sqlite/x"
copydesk run -q --shard-size=200k $inputs -o "$work/late" 2>/dev/null
check "failed run: not exit code 4" test $? -eq 4
check "failed run: no shards" test -s "$work/late/.shards/000000.ok"
check "failed run: sealed" test ! -e "$work/late/stats.json"
rm -r "$work/late/copydesk.sqlite"

copydesk run -q $inputs -o "$work/late" 2>"$work/err"
check "without --resume: not exit code 2" test $? -eq 2
check "without --resume: no advice" grep -q -- '--resume' "$work/err"
$resume --comments $inputs -o "$work/late" 2>"$work/err"
check "other options: not exit code 2" test $? -eq 2
$resume demo/pages -o "$work/late" 2>"$work/err"
check "other inputs: not exit code 2" test $? -eq 2
check "other inputs: no reason" grep -q 'inputs' "$work/err"

# A damaged pack and those behind it are done again.
printf x | dd of="$work/late/.shards/000002.pack" bs=1 seek=1000 \
    conv=notrunc 2>/dev/null
$resume -j2 $inputs -o "$work/late" 2>/dev/null
check "after a late failure: other bytes" diff -rq "$work/whole" "$work/late"

# Standard input, fed again.
copydesk run -q - <"$work/pages.jsonl" -o "$work/stdin" 2>/dev/null
mkdir -p "$work/piped/copydesk.sqlite/x"
copydesk run -q --shard-size=200k - <"$work/pages.jsonl" -o "$work/piped" \
    2>/dev/null
rm -r "$work/piped/copydesk.sqlite"
$resume - <"$work/pages.jsonl" -o "$work/piped" 2>/dev/null
check "standard input: other bytes" diff -rq "$work/stdin" "$work/piped"
finish
