#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# copies_scale.sh [N]...: time, memory and disk of copydesk copies on synthetic
# corpora (bench/copies_load.c) of N paragraphs (100000 1000000 10000000).
# COPYDESK names the program, MEMORY is its --memory (2G), J its -j (2).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
copydesk=${COPYDESK:-$here/../build/copydesk}
work=${TMPDIR:-/tmp}/copies_scale
mkdir -p "$work"
${CC:-cc} -O2 -o "$work/load" "$here/copies_load.c" -lm
[ $# -gt 0 ] || set -- 100000 1000000 10000000
printf 'paragraphs\tCPU s\twall s\tpeak MB\tspilled MB\tresult MB\tpairs\tcapped\tclusters\n'
for n in "$@"; do
    "$work/load" "$n" > "$work/load.jsonl"
    # through a pipe: 10^7 paragraphs give tens of gigabytes of pairs
    /usr/bin/time -f '%U %S %e %M' -o "$work/time" "$copydesk" copies \
        --unit=record --clean=no --measure=jaccard -j"${J:-2}" \
        --memory="${MEMORY:-2G}" --stats "$work/load.jsonl" \
        --format=jsonl 2>"$work/stats" | wc -c >"$work/bytes"
    read -r user system wall peak < "$work/time"
    read -r bytes < "$work/bytes"
    sed -n 's/^copydesk: {/{/p' "$work/stats" | awk -F '[:,}]' -v n="$n" \
        -v cpu="$user $system" -v wall="$wall" -v peak="$peak" \
        -v bytes="$bytes" '{
            for (i = 1; i < NF; i++) {
                gsub(/[{"]/, "", $i)
                value[$i] = $(i + 1)
            }
            split(cpu, seconds, " ")
            printf "%d\t%.1f\t%.1f\t%.0f\t%.0f\t%.0f\t%d\t%d\t%d\n", n,
                seconds[1] + seconds[2], wall, peak / 1024,
                value["spilled"] / 1e6, bytes / 1e6, value["pairs"],
                value["capped"], value["clusters"] }'
    rm -f "$work/load.jsonl"
done
