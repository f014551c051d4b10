#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# An index that is killed, or whose disk is full, at any call that writes: it
# is what it was before or what it is after, and the same input can be added
# again.  strace makes the calls fail.
. "${srcdir:-.}/tests/lib.sh"
command -v strace >/dev/null || skip "no strace"
strace -o "$work/trace" true 2>/dev/null || skip "strace may not trace here"
# LeakSanitizer cannot look at a process that is traced
ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0
export ASAN_OPTIONS
cd "$work" || exit 99

# The two days, so that adding the second also merges it with the first.
for day in 1 2; do
    awk -v day=$day 'BEGIN {
        for (i = 0; i < 12; i++) {
            printf "{\"id\":\"%d-%d\",\"text\":\"", day, i
            for (k = 0; k < 20; k++)
                printf "word%dx%d ", i * 3, k + (k > 15) * day
            print "\"}"
        }
    }' >day$day.jsonl
done
options="--unit=record --clean=no"
# shellcheck disable=SC2086 # words
ask() { copydesk index query "$1" $options day1.jsonl day2.jsonl 2>/dev/null; }
# shellcheck disable=SC2086
copydesk index add before $options day1.jsonl >/dev/null || fail "first day"
cp -r before after
# shellcheck disable=SC2086
copydesk index add after $options day2.jsonl >/dev/null || fail "second day"
ask before >before.out
ask after >after.out
check "the second day changes nothing" test "$(cat before.out)" != "$(cat after.out)"

# trial FOLDER CALL FAULT WHEN: adds the second day, and looks at what is left
trial() {
    rm -rf ix
    cp -r "$1" ix 2>/dev/null
    # shellcheck disable=SC2086
    strace -f -o /dev/null -e "inject=$2:$3:when=$4" \
        copydesk index add ix $options "$5" >/dev/null 2>err
    code=$?
    if [ -f ix/manifest ]; then
        copydesk index verify ix >verify.out 2>&1 ||
            fail "$2 $4 $3: $(cat verify.out)"
        ask ix >now.out
        cmp -s now.out "$1.out" || cmp -s now.out "$6.out" ||
            fail "$2 $4 $3: neither before nor after"
    elif [ "$1" != nothing ]; then
        fail "$2 $4 $3: the manifest is gone"
    fi
    case $3 in
    error=*) [ $code -eq 4 ] || cmp -s now.out "$6.out" ||
        fail "$2 $4 $3: exit code $code, and not added" ;;
    esac
    # shellcheck disable=SC2086
    copydesk index add ix $options "$5" >/dev/null 2>err ||
        fail "$2 $4 $3: cannot add again: $(cat err)"
    ask ix >now.out
    check "$2 $4 $3: added again, it differs" cmp now.out "$6.out"
    check "$2 $4 $3: leftovers" \
        test -z "$(ls ix | grep -v -e '^manifest$' -e '^lock$' -e '^0*[0-9]*\.seg$')"
}

# all FOLDER INPUT AFTER: every call of every kind
all() {
    for call in write pwrite64 fsync rename unlink openat mkdir flock; do
        rm -rf ix
        cp -r "$1" ix 2>/dev/null
        # shellcheck disable=SC2086
        strace -f -e "trace=$call" -o calls copydesk index add ix $options "$2" \
            >/dev/null 2>&1
        # loading the program is of no interest
        n=$(grep -c "$call(" calls)
        from=1
        [ $call != openat ] ||
            from=$(grep "$call(" calls | grep -n -m 1 '"ix' | cut -d : -f 1)
        i=$from
        while [ "$i" -le "$n" ]; do
            trial "$1" $call signal=KILL "$i" "$2" "$3"
            case $call in
            write | pwrite64 | fsync | rename)
                trial "$1" $call error=ENOSPC "$i" "$2" "$3" ;;
            esac
            i=$((i + 1))
        done
        [ "$n" -eq 0 ] || calls_seen=$((calls_seen + n - from + 1))
    done
}
calls_seen=0
: >nothing.out
all nothing day1.jsonl before
all before day2.jsonl after
check "too few calls were seen: $calls_seen" test "$calls_seen" -ge 20
finish
