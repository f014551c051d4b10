#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The facts that two versions of a sentence tell differently (tests/facts.tsv):
# precision and recall, and every row that is wrong.  A difference is right if
# the quotations are what is wanted, or that with a word of a unit beside it.
. "${srcdir:-.}/tests/lib.sh"
command -v python3 >/dev/null || skip "no python3"

rows() { grep -v '^#' "$top/tests/facts.tsv"; }
rows | python3 -c '
import json, sys
for n, line in enumerate(sys.stdin):
    a, b, _ = line.rstrip("\n").split("\t")
    print(json.dumps({"id": n, "a": a, "b": b}))
    print(json.dumps({"id": -n, "a": b, "b": a}))' |
    copydesk compare --jsonl - >"$work/told.jsonl"

rows >"$work/rows.tsv"
check "precision or recall" python3 - "$work/told.jsonl" "$work/rows.tsv" <<'PY'
import json, sys
told = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
right = wanted = given = 0
for n, line in enumerate(open(sys.argv[2], encoding="utf-8")):
    a, b, want = line.rstrip("\n").split("\t")
    want = [d.split("|") for d in want.split(";") if d]
    for record, turn in ((told[2 * n], 1), (told[2 * n + 1], -1)):
        have = [d[:2][::turn] for d in record["facts_differ"]]
        hits = sum(any(w[0] in h[0] and w[1] in h[1] and
                       len(h[0]) <= len(w[0]) + 15 for h in have)
                   for w in want)
        right, wanted, given = (right + hits, wanted + len(want),
                                given + len(have))
        if not hits == len(want) == len(have):
            print("row %d: wanted %s, told %s" % (n + 1, want, have))
print("precision %.3f (%d), recall %.3f (%d)"
      % (right / given, given, right / wanted, wanted))
sys.exit(right < 0.95 * given or right < 0.95 * wanted or wanted < 80)
PY
finish
