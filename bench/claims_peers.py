#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""claims_peers.py IN.jsonl OUT.jsonl: quantities by quantulum3.

Run by bench/claims.py and bench/claims_speed.py with the Python of $PEERS, a
virtual environment with quantulum3[classifier]==0.10.0.  The whole job, JSONL
in and out, in the form that the scorers read; a value with an uncertainty is a
range, as Copydesk's is.  CQE, the other open extractor, is left out: it needs
a model of spaCy that no package index has.
"""
import json
import sys
import warnings

warnings.simplefilter("ignore")


def quantities(text):
    from quantulum3 import parser
    for found in parser.parse(text):
        value, slack = found.value, found.uncertainty
        yield {"value": [value - slack, value + slack] if slack else value,
               "unit": found.unit.name, "change": "=", "concepts": [],
               "start": found.span[0], "end": found.span[1]}


def main():
    with open(sys.argv[1], encoding="utf-8") as lines, \
            open(sys.argv[2], "w", encoding="utf-8") as out:
        for line in lines:
            row = json.loads(line)
            try:
                found = list(quantities(row["text"]))
            except Exception: # it has bugs; the others' quantities count
                found = []
            print(json.dumps({"id": row["id"], "quantities": found}), file=out)


main()
