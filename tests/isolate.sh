#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A page that crashes the program costs itself alone, is listed, and the result
# is the same for any number of threads, in one process and in stages.
. "${srcdir:-.}/tests/lib.sh"
cd "$top" || exit 99

awk -v n=300 -f tests/pages.awk |
    sed '33s/million/POISON/; 34s/million/POISON/; 190s/million/POISON/
        300s/million/POISON/' >"$work/pages.jsonl"
inputs="demo/pages $work/pages.jsonl"
ulimit -c 0

copydesk run -q $inputs -o "$work/whole" 2>/dev/null
copydesk run -q --isolate=always $inputs -o "$work/calm" 2>/dev/null
check "without a crash: other bytes" diff -rq "$work/whole" "$work/calm"

copydesk run -q --crash-on=POISON $inputs -o "$work/plain" >/dev/null 2>&1
check "without isolation it does not crash" test $? -gt 128

for threads in 1 4; do
    copydesk run -q --isolate=always -j$threads --crash-on=POISON \
        --shard-size=200k $inputs -o "$work/run-$threads" \
        2>"$work/err-$threads"
    check "-j$threads: not exit code 3" test $? -eq 3
    check "-j$threads: not three poisoned pages" \
        test "$(grep -c 'crashed (signal 6)' "$work/err-$threads")" -eq 3
    check "-j$threads: not listed" test "$(grep -c \
        '"stage":"parse","reason":"crashed (signal 6)"' \
        "$work/run-$threads/rejects.jsonl")" -eq 3
done
check "-j4: other bytes" diff -rq "$work/run-1" "$work/run-4"
check "-j4: said otherwise" cmp "$work/err-1" "$work/err-4"

# Nothing is sealed before the last crash, so all is done again, but not said.
copydesk run -q --isolate=always -j1 --crash-on=POISON $inputs \
    -o "$work/again" 2>"$work/err"
check "said twice, or not" cmp "$work/err-1" "$work/err"
lost=$(($(wc -l <"$work/whole/articles.jsonl") - \
    $(wc -l <"$work/run-1/articles.jsonl")))
check "$lost articles lost" test "$lost" -eq 3

copydesk stage plan $inputs -o "$work/plan" --shard-size=400k 2>/dev/null
for shard in "$work/plan"/*.shard; do
    copydesk stage pages -j2 --crash-on=POISON --shard "$shard" 2>/dev/null
    check "stage pages: not exit code 0" test $? -eq 0
done
copydesk stage merge "$work/plan" -o "$work/merged" 2>/dev/null
check "stages: other bytes" diff -rq "$work/run-1" "$work/merged"
check "stages left something" test -z "$(find "$work/plan" -name '*.rest' -o \
    -name '*.part')"

# Everything crashes: each page is a reject, and the end is reached.
head -n 20 "$work/pages.jsonl" >"$work/few.jsonl"
copydesk run -q --isolate=always --crash-on=e "$work/few.jsonl" \
    -o "$work/none" 2>/dev/null
check "all poison: not exit code 3" test $? -eq 3
check "all poison: not listed" \
    test "$(wc -l <"$work/none/rejects.jsonl")" -eq 20

# start NAME: a run in $parent that reads from a pipe, the process that does its
# work in $child.  That one has opened the pipe, or the shell would not go on.
start() {
    mkfifo "$work/$1.pipe"
    copydesk run -q --isolate=always "$work/$1.pipe" -o "$work/$1" \
        2>"$work/err" &
    parent=$!
    exec 3>"$work/$1.pipe"
    head -n 3 "$work/pages.jsonl" >&3
    child=$(ps -o pid= --ppid "$parent")
}

command -v ps >/dev/null || {
    echo "isolate.sh: no ps, so nothing was killed from outside"
    finish
}
# Killed from outside is no fault of a page.
start killed
kill -9 $child
exec 3>&-
wait $parent
check "killed worker: not exit code 4" test $? -eq 4
check "killed worker: no message" grep -q 'killed (signal 9)' "$work/err"

# A run that is killed leaves nobody who writes on.
alive() { ps -o stat= -p "$1" | grep -qv '^Z'; }
if [ "$(uname)" = Linux ]; then
    start orphan
    kill -9 "$parent"
    wait "$parent" 2>/dev/null
    tries=0
    while alive $child && [ $tries -lt 100 ]; do
        sleep .1
        tries=$((tries + 1))
    done
    check "works on when its parent is dead" test $tries -lt 100
    exec 3>&-
fi
finish
