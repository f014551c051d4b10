#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The claims of the article that the project began with, against the hand-made ones.

    bench/seed.py COPYDESK

A mention is right where value (or from and to), unit, kind, change, role,
modality and subject agree (a subject: one has the words of the other).  Claims
out of the teaser zone, groups and the arithmetic link are counted, too.
Data: ${COPYDESK_SHARED:-../shared}/seed
"""
import json
import os
import pathlib
import subprocess
import sys

SEED = pathlib.Path(os.environ.get("COPYDESK_SHARED", "../shared"), "seed")
MODALITY = {"speculative": "hedged"}  # the file's own word
FIELDS = "value", "from", "to", "unit", "kind", "change", "role", "modality"


def words(text):
    return set((text or "").replace("’s", "").replace(",", "").replace(";", "").lower().split()) - {"and", "the", "model", "ai"}


def said(value):
    return MODALITY.get(value, value) if isinstance(value, str) else value


def wrong(gold, claim):
    """The fields in which a claim differs from a mention."""
    bad = [f for f in FIELDS if said(gold.get(f)) != claim.get(f)]
    g, c = words(gold["subject"]), words(claim["subject"])
    return bad + ([] if g <= c or c <= g else ["subject"])


def main():
    gold = json.loads((SEED / "claims.gold.json").read_text("utf-8"))
    out = subprocess.run([sys.argv[1], "claims", SEED / "article.txt"], capture_output=True, text=True, check=True).stdout
    found = [json.loads(line) for line in out.splitlines()]
    text = (SEED / "article.txt").read_text("utf-8")
    left, right, scored = list(found), 0, 0
    for mention in gold["claims"]:
        surface = mention["quantity_span"]["text"]
        same = [c for c in left if c["text"] in surface or surface in c["text"]]
        if same:
            left.remove(same[0])
        if not mention["scored"]:
            continue
        scored += 1
        bad = wrong(mention, same[0]) if same else ["missed"]
        right += not bad
        if bad:
            print(surface, "differs in", ", ".join(bad))
    teaser = text[gold["teaser_zone"][0]:]
    out = subprocess.run([sys.argv[1], "clean", "--format=jsonl", SEED / "article.txt"], capture_output=True, check=True).stdout
    cleaned = json.loads(out)["text"].encode()
    zone = [c for c in found if cleaned[slice(*c["sentence"])].decode().strip() in teaser]
    print(f"mentions right {right} of {scored}; others {len(left)}, of the teasers {len(zone)}; "
          f"groups {len({c['group'] for c in found})}; with links {sum(bool(c.get('links')) for c in found)}")


if __name__ == "__main__":
    main()
