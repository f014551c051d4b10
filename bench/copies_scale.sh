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
printf 'paragraphs\tCPU s\twall s\tpeak MB\tdisk MB\tpairs\tclusters\tcapped\n'
for n in "$@"; do
    "$work/load" "$n" > "$work/load.jsonl"
    /usr/bin/time -f '%U %S %e %M' -o "$work/time" "$copydesk" copies \
        --unit=record --clean=no --measure=jaccard -j"${J:-2}" \
        --memory="${MEMORY:-2G}" --stats "$work/load.jsonl" \
        -o "$work/out.jsonl" 2>"$work/stats"
    spilled=$(sed -n 's/.*"spilled":\([0-9]*\).*/\1/p' "$work/stats")
    read -r user system wall peak < "$work/time"
    awk -v n="$n" -v spilled="${spilled:-0}" -v user="$user" -v sys="$system" -v wall="$wall" \
        -v peak="$peak" 'BEGIN { FS = "\"" }
        $2 == "cluster" {
            clusters++
            if (match($0, /"capped":[1-9]/)) capped++
        }
        $2 == "a" { pairs++ }
        END { printf "%d\t%.1f\t%.1f\t%.0f\t%.0f\t%d\t%d\t%d\n", n,
              user + sys, wall, peak / 1024, spilled / 1e6, pairs, clusters,
              capped }' "$work/out.jsonl"
    rm -f "$work/load.jsonl" "$work/out.jsonl"
done
