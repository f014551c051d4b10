#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# copies --format=dot: whatever the ids are, each line is one statement, and
# Graphviz, where it is installed, reads the graph.
. "${srcdir:-.}/tests/lib.sh"
cd "$top" || exit 99
command -v python3 >/dev/null || skip "no python3"
sentence="The harbour board of Morlund has decided that the last ferry will go at midnight from June on, for want of passengers"
python3 tests/naughty.py | SENTENCE=$sentence python3 -c '
import json, os, sys
for line in sys.stdin:
    record = json.loads(line)
    record = {"id": record["id"], "text": os.environ["SENTENCE"]}
    print(json.dumps(record))' >"$work/all.jsonl"
head -n 400 "$work/all.jsonl" >"$work/in.jsonl"
copydesk copies --unit=record --clean=no --format=dot "$work/in.jsonl" \
    >"$work/out.dot" 2>/dev/null
check "no edges" grep -q ' -- ' "$work/out.dot"
string='"([^"\\]|\\["\\])*"'
LC_ALL=C grep -avE \
    -e "^graph copies \{\$|^  node \[shape=box\];\$|^  \}\$|^\}\$" \
    -e "^  $string -- $string \[label=\"[a-z]+ [0-9.]+\"( style=dashed)?\];\$" \
    -e "^  subgraph \"cluster_[0-9a-f]{16}\" \{\$" \
    -e "^    label=\"[0-9a-z, ]+\";\$|^    $string;\$" \
    "$work/out.dot" >"$work/odd"
check "odd lines: $(head -n 3 "$work/odd")" test ! -s "$work/odd"
if command -v gvpr >/dev/null; then
    nodes=$(gvpr 'BEG_G { print(nNodes($G)) }' "$work/out.dot")
    names=$(LC_ALL=C grep -acE "^    $string;\$" "$work/out.dot")
    check "Graphviz reads $nodes nodes of $names" test "$nodes" -eq "$names"
fi
finish
