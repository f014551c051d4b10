#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every write, fsync, rename, mkdir and open of a small run fails once, and once
# for good from there on: exit code 4 and a message, nothing half-written under
# a final name, and --resume gives the bytes of the whole run.
. "${srcdir:-.}/tests/lib.sh"
cd "$top" || exit 99

${CC:-cc} -shared -fPIC -o "$work/fault.so" tests/fault.c -ldl 2>"$work/log" ||
    skip "cannot build tests/fault.c: $(head -n 1 "$work/log")"
step=1
[ "${SANITIZED-}" != yes ] || step=5 # each takes longer
LD_PRELOAD=$work/fault.so copydesk --version >/dev/null 2>&1 ||
    skip "the program takes no LD_PRELOAD (sanitizers?)"

awk -v n=24 -f tests/pages.awk >"$work/pages.jsonl"
run="run -q --shard-size=90k $work/pages.jsonl"
copydesk $run -o "$work/whole" 2>/dev/null

# faulty N ONCE COMMAND...
faulty() {
    at=$1 once=$2
    shift 2
    FAULT_AT=$at FAULT_ONCE=$once FAULT_COUNT=$work/count \
        LD_PRELOAD=$work/fault.so copydesk "$@" 2>"$work/err"
}

all_whole() {
    for file in "$1"/*; do
        case $file in
        *.part) echo "$file was left" && return 1 ;;
        esac
        [ ! -f "$file" ] || cmp "$file" "$work/whole/${file##*/}" || return 1
    done
}

faulty 0 1 $run -o "$work/count-run"
points=$(cat "$work/count")
check "only $points places to fail" test "$points" -ge 30
echo "faults.sh: $points places to fail"

at=1
while [ "$at" -le "$points" ]; do
    for once in 1 0; do
        rm -rf "$work/out"
        faulty $at $once $run -o "$work/out"
        check "fault $at ($once): exit code $? and not 4" test $? -eq 4
        check "fault $at ($once): no message" grep -q '^copydesk: ' "$work/err"
        check "fault $at ($once): not whole" all_whole "$work/out"
        [ $once = 1 ] || copydesk $run --resume -o "$work/out" 2>/dev/null
        [ $once = 1 ] || check "fault $at: resumed to other bytes" \
            diff -rq "$work/whole" "$work/out"
    done
    at=$((at + step))
done

# A stage: the same, and the seal is the last thing to be there.
copydesk stage plan "$work/pages.jsonl" -o "$work/plan" 2>/dev/null
stage="stage pages --isolate=never --shard $work/plan/000000.shard"
faulty 0 1 $stage
points=$(cat "$work/count")
cp "$work/plan/000000.ok" "$work/seal"
at=1
while [ "$at" -le "$points" ]; do
    rm -f "$work/plan/000000.ok" "$work/plan/000000.pack"
    faulty $at 1 $stage
    check "stage, fault $at: exit code $? and not 4" test $? -eq 4
    copydesk $stage 2>/dev/null
    check "stage, fault $at: another seal" \
        cmp "$work/plan/000000.ok" "$work/seal"
    at=$((at + step))
done

# One file a page: where the list is, every file is whole.
files="clean --files --format=text $work/few.jsonl"
head -n 6 "$work/pages.jsonl" >"$work/few.jsonl"
copydesk $files -o "$work/files"
faulty 0 1 $files -o "$work/count-files"
points=$(cat "$work/count")
check "files: only $points places to fail" test "$points" -ge 20
at=1
while [ "$at" -le "$points" ]; do
    rm -rf "$work/few"
    faulty $at 1 $files -o "$work/few"
    check "files, fault $at: exit code $? and not 4" test $? -eq 4
    [ ! -e "$work/few/files.jsonl" ] ||
        check "files, fault $at: not whole" diff -rq "$work/files" "$work/few"
    at=$((at + step))
done
finish
