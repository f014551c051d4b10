#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# copies_speed.sh [N]: copydesk copies beside datasketch, rensa and gaoya on a
# synthetic load of N paragraphs (200000): CPU seconds (user + system) and peak
# memory of the whole job, JSONL in, pairs and clusters out.
# COPYDESK names the program; PEERS a Python environment to make or use.
set -eu
n=${1:-200000}
here=$(cd "$(dirname "$0")" && pwd)
shared=${COPYDESK_SHARED:-$here/../../shared}
copydesk=${COPYDESK:-$here/../build/copydesk}
work=${TMPDIR:-/tmp}/copies_speed.$n
peers=${PEERS:-${TMPDIR:-/tmp}/copies_peers}

mkdir -p "$work"
[ -x "$peers/bin/python" ] || python3 -m venv "$peers"
"$peers/bin/python" -c 'import datasketch, rensa, gaoya' 2>/dev/null ||
    "$peers/bin/pip" -q install datasketch==2.0.0 rensa==0.5.0 gaoya==0.2.2
[ -s "$work/load.jsonl" ] || python3 "$shared/score/make_load.py" \
    --reuters "$shared/data/copies/reuters21578" \
    --wcxb "$shared/data/extraction/wcxb" -n "$n" -o "$work/load"

run() { # NAME COMMAND...
    name=$1
    shift
    /usr/bin/time -f "$name	%U	%S	%e	%M" -a -o "$work/times" "$@"
}
: > "$work/times"
for round in 1 2 3; do
    for j in 1 2; do
        run "copydesk -j$j" "$copydesk" copies --unit=record --clean=no \
            --measure=jaccard --threshold=0.8 -j$j "$work/load.jsonl" \
            -o "$work/copydesk.$j.jsonl"
    done
    for tool in rensa gaoya; do
        run "$tool" "$peers/bin/python" "$here/copies_peers.py" "$tool" \
            "$work/load.jsonl" "$work/$tool.txt"
    done
done
[ -n "${NO_DATASKETCH:-}" ] || run datasketch "$peers/bin/python" "$here/copies_peers.py" datasketch \
    "$work/load.jsonl" "$work/datasketch.txt"
cmp "$work/copydesk.1.jsonl" "$work/copydesk.2.jsonl"
printf 'tool\tCPU s\twall s\tpeak MB\n'
awk -F '\t' '{ printf "%s\t%.2f\t%.2f\t%.0f\n", $1, $2 + $3, $4, $5 / 1024 }' \
    "$work/times" | sort
