#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: bench/kills.sh [COPYDESK [PAGES [KILLS]]]
#
# A run of 20,000 pages is killed (SIGKILL) at 50 random moments and resumed each
# time.  Prints where the kills hit, and whether the bytes are those of a run
# that was left alone.  A moment is a count of packs that are sealed, and some
# tenths of a second more, so that they are spread over the run however fast the machine is.
set -eu
copydesk=${1:-build/copydesk} pages=${2:-20000} kills=${3:-50}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk -v n="$pages" -f tests/pages.awk >"$work/pages.jsonl"
run() { "$copydesk" run -q --shard-size=2M "$@" "$work/pages.jsonl" 2>"$work/err"; }

run -o "$work/whole" || [ $? -eq 3 ]
sealed() { find "$work/out/.shards" -name '*.ok' 2>/dev/null | wc -l; }
mkdir "$work/out"
awk -v n="$kills" 'BEGIN { srand(11); for (i = 0; i < n; i++) print int(rand() * 3), rand() }' >"$work/moments"
hit=0 ended=0
while read -r more wait; do
    want=$(($(sealed) + more))
    "$copydesk" run -q --shard-size=2M --resume -j2 "$work/pages.jsonl" -o "$work/out" 2>/dev/null &
    child=$!
    while [ "$(sealed)" -lt "$want" ] && kill -0 $child 2>/dev/null; do sleep .05; done
    sleep "$wait"
    kill -9 $child 2>/dev/null || true
    code=0
    wait $child 2>/dev/null || code=$?
    if [ $code -eq 137 ]; then
        hit=$((hit + 1))
        printf '%s ' "$(sealed)"
    else
        ended=$((ended + 1))
        rm -rf "$work/out" && mkdir "$work/out"
    fi
done <"$work/moments"
echo
"$copydesk" run -q --shard-size=2M --resume "$work/pages.jsonl" -o "$work/out" 2>/dev/null || [ $? -eq 3 ]
echo "$pages pages, $(wc -c <"$work/pages.jsonl") bytes: killed $hit times (packs sealed then: above), $ended runs ended before"
diff -rq "$work/whole" "$work/out" && echo "the same bytes"
