#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# index_days.sh [DAYS [N]]: an index over DAYS days (100) of N paragraphs each
# (2000) of bench/copies_load.c: CPU seconds and memory of an add, files and
# bytes, day by day; then the pairs of all days against those of one big run.
# COPYDESK names the program.
set -eu
days=${1:-100} n=${2:-2000}
here=$(cd "$(dirname "$0")" && pwd)
copydesk=${COPYDESK:-$here/../build/copydesk}
work=${TMPDIR:-/tmp}/index_days
options="--unit=record --clean=no --measure=jaccard --crowd=10000"
rm -rf "$work"
mkdir -p "$work"
${CC:-cc} -O2 -o "$work/load" "$here/copies_load.c" -lm
"$work/load" $((days * n)) > "$work/all.jsonl"
split -l "$n" -a 3 -d "$work/all.jsonl" "$work/day."
printf 'day\tCPU s\tpeak MB\tfiles\tindex MB\n'
number=0
while [ "$number" -lt "$days" ]; do
    day=$(printf %03d "$number")
    number=$((number + 1))
    # shellcheck disable=SC2086 # words
    /usr/bin/time -f '%U %S %M' -o "$work/time" "$copydesk" copies $options \
        --input-format=jsonl --index "$work/index" "$work/day.$day" \
        -o "$work/pairs.$day" 2>"$work/said"
    read -r user system peak < "$work/time"
    [ $((number % 10)) -ne 0 ] || printf '%s\t%s\t%s\t%s\t%s\n' "$day" \
        "$(echo "$user $system" | awk '{ print $1 + $2 }')" \
        $((peak / 1024)) "$(find "$work/index" -name '*.seg' | wc -l)" \
        "$(du -sm "$work/index" | cut -f 1)"
    rm "$work/day.$day"
done
pairs() {
    cat "$@" | grep '"kind"' | sed 's/,"cluster":[^}]*//' | LC_ALL=C sort
}
# shellcheck disable=SC2086
/usr/bin/time -f 'one big run: %U + %S CPU s, %M KB' "$copydesk" copies \
    $options "$work/all.jsonl" -o "$work/big" 2>"$work/said"
tail -n 1 "$work/said"
pairs "$work/big" >"$work/big.pairs"
pairs "$work"/pairs.* >"$work/days.pairs"
printf 'pairs: %s in one run, %s day by day, ' \
    "$(wc -l <"$work/big.pairs")" "$(wc -l <"$work/days.pairs")"
cmp -s "$work/big.pairs" "$work/days.pairs" && echo the same ||
    echo "$(LC_ALL=C comm -3 "$work/big.pairs" "$work/days.pairs" | wc -l) differ"
/usr/bin/time -f 'compact: %U + %S CPU s' "$copydesk" index compact \
    "$work/index" -o "$work/stats"
du -sm "$work/index" | cut -f 1
rm -rf "$work"
