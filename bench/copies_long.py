#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How well long texts are judged.

    bench/copies_long.py COPYDESK [COPYDESK...]

Articles of WCXB-dev with 300 words and more, from ../shared (or COPYDESK_SHARED),
with copies that are made of them, by fixed seeds:

- edited: one word in ten replaced by one of another article, a sentence cut;
- part: a passage of 60 to 150 words, one word in twelve replaced, against
  another article into which it was pasted;
- half: an article against one that has half of it, and as much of another.

And pairs that are no copies: stories of Reuters-21578 with 200 words and more
that share two of their eight rarest words, but of the shorter one less than a
twentieth in rows of six words.  Several programs are measured in turn.
"""
import collections
import glob
import json
import os
import random
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get("COPYDESK_SHARED", os.path.join(HERE, "..", "..", "shared"))
sys.path.insert(0, os.path.join(HERE, "..", "tools"))
WORD = re.compile(r"[a-z0-9]+(?:[.,'][a-z0-9]+)*")
ROW = 6


def articles():
    found = []
    for name in sorted(glob.glob(os.path.join(SHARED, "data/extraction/wcxb/dev/ground-truth/*.json"))):
        with open(name, encoding="utf-8") as file:
            page = json.load(file)
        text = " ".join((page["ground_truth"].get("main_content") or "").split())
        if page["_internal"]["page_type"]["primary"] == "article" and 300 <= len(text.split()) <= 1500:
            found.append(text)
    return found


def replaced(words, others, every, rng):
    return [rng.choice(others) if rng.random() < 1 / every else word for word in words]


def positives(rng):
    texts = articles()
    for n, text in enumerate(texts[:400]):
        other = texts[(n + 211) % len(texts)].split()
        words = text.split()
        cut = rng.randrange(len(words) - 20)
        edited = replaced(words[:cut] + words[cut + 20:], other, 10, rng)
        yield "edited", text, " ".join(edited)
        size = rng.randint(60, 150)
        start = rng.randrange(max(1, len(words) - size))
        part = words[start:start + size]
        at = rng.randrange(len(other))
        yield "part", " ".join(replaced(part, other, 12, rng)), " ".join(other[:at] + part + other[at:])
        half = words[:len(words) // 2]
        yield "half", text, " ".join(half + other[:len(half)])


def in_rows(a, b):
    """The share of the shorter text's words that stand in rows the other has."""
    if len(a) > len(b):
        a, b = b, a
    rows = {tuple(b[i:i + ROW]) for i in range(len(b) - ROW + 1)}
    held = set()
    for i in range(len(a) - ROW + 1):
        if tuple(a[i:i + ROW]) in rows:
            held.update(range(i, i + ROW))
    return len(held) / len(a)


def negatives(rng, most):
    from train_copies import read_reuters  # needs numpy and scikit-learn, as that tool does
    stories = {}
    for number, parts in read_reuters(os.path.join(SHARED, "data/copies/reuters21578")).items():
        words = WORD.findall(" ".join(parts).lower())
        if len(words) >= 200:
            stories[number] = (" ".join(parts), words)
    frequency = collections.Counter(word for _, words in stories.values() for word in set(words))
    meet = collections.defaultdict(list)
    for number, (_, words) in sorted(stories.items()):
        rare = sorted({w for w in words if 2 <= frequency[w] <= 60}, key=lambda w: (frequency[w], w))[:8]
        for i, x in enumerate(rare):
            for y in rare[i + 1:]:
                meet[min(x, y), max(x, y)].append(number)
    pairs = sorted({(a, b) for met in meet.values() if len(met) <= 20
                    for i, a in enumerate(met) for b in met[i + 1:]})
    rng.shuffle(pairs)
    for a, b in pairs:
        if in_rows(stories[a][1], stories[b][1]) < 0.05:
            yield "none", stories[a][0], stories[b][0]
            most -= 1
            if most == 0:
                return


def main():
    rng = random.Random(20)
    rows = list(positives(rng)) + list(negatives(rng, 3000))
    text = "".join(json.dumps({"id": n, "a": a, "b": b}) + "\n" for n, (_, a, b) in enumerate(rows))
    for program in sys.argv[1:]:
        done = subprocess.run([program, "compare", "--jsonl", "-"], input=text.encode(), stdout=subprocess.PIPE, check=True)
        called, kinds = collections.Counter(), collections.defaultdict(collections.Counter)
        for line in done.stdout.decode().splitlines():
            record = json.loads(line)
            what = rows[record["id"]][0]
            called[what] += record["copy"]
            kinds[what][record["kind"]] += 1
        print(program)
        for what in ("edited", "part", "half", "none"):
            count = sum(kinds[what].values())
            print(f"  {what:7} {count:5} pairs, called copies {called[what] / max(1, count):.3f}:",
                  ", ".join(f"{kind} {n}" for kind, n in kinds[what].most_common()))


if __name__ == "__main__":
    main()
