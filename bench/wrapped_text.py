#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What is left of paragraphs that were broken into lines: the articles of
WCXB-dev, a paragraph a line, wrapped to 60 to 80 columns in several styles.

usage: bench/wrapped_text.py BUILD-DIR...
Data: ${COPYDESK_SHARED:-../shared}/data/extraction/wcxb/dev; fmt of coreutils

A style's figures: the share of the paragraphs of more than 80 signs that come
back as one block, byte for byte; blocks a paragraph; F1 of the words that are
kept against all words; texts whose blocks are their paragraphs.  "lines" is the
text as it was, a paragraph a line.
"""
import glob
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import textwrap
from collections import Counter

SHARED = os.environ.get("COPYDESK_SHARED", "../shared")
TRUTH = SHARED + "/data/extraction/wcxb/dev/ground-truth"
WIDTHS = range(60, 81)
LONG = 80


def articles():
    """The paragraphs of each article, by its name."""
    for path in sorted(glob.glob(TRUTH + "/*.json")):
        with open(path, encoding="utf-8") as file:
            page = json.load(file)
        if page["_internal"]["page_type"]["primary"] != "article":
            continue
        text = page["ground_truth"].get("main_content") or ""
        lines = [" ".join(line.split()) for line in text.splitlines()]
        yield os.path.basename(path)[:-5], [line for line in lines if line]


def wrap(paragraph, width, indent="", hyphens=True):
    return textwrap.wrap(paragraph, width, initial_indent=indent,
                         break_long_words=False,
                         break_on_hyphens=hyphens) or [paragraph]


def join(paragraphs, between):
    return between.join("\n".join(lines) for lines in paragraphs) + "\n"


def blank(text, width):
    return join([wrap(p, width) for p in text], "\n\n")


def blank_words(text, width):
    return join([wrap(p, width, "", False) for p in text], "\n\n")


def indented(text, width):
    return join([wrap(p, width, "    ") for p in text], "\n")


def neither(text, width):
    return join([wrap(p, width) for p in text], "\n")


def margin(text, width):
    lines = join([wrap(p, width - 6) for p in text], "\n\n").split("\n")
    return "\n".join("      " + line if line else line for line in lines)


def carriage(text, width):
    return blank(text, width).replace("\n", "\r\n")


def even(text, width):
    """What fmt makes: lines of even length, not as full as can be."""
    run = subprocess.run(["fmt", "-w", str(width)], check=True,
                         input="\n\n".join(text), text=True,
                         stdout=subprocess.PIPE)
    return run.stdout


def broken(text, width):
    """Words are broken too, between a consonant and the next."""
    shy = re.compile(r"(?<=[aeiou][bcdfglmnprst])(?=[bcdfglmnprst][aeiou]\w)")
    out = []
    for paragraph in text:
        lines, line = [], ""
        for word in paragraph.split(" "):
            while word:
                room = width - len(line) - (1 if line else 0)
                cuts = [m.start() for m in shy.finditer(word)
                        if m.start() < room and "-" not in word]
                if len(word) <= room or not (line or cuts):
                    line = line + " " + word if line else word
                    break
                if cuts:
                    line += (" " if line else "") + word[:cuts[-1]] + "-"
                    word = word[cuts[-1]:]
                lines.append(line)
                line = ""
        out.append(lines + [line])
    return join(out, "\n\n")


STYLES = {"lines": lambda text, width: "\n".join(text) + "\n",
          "blank": blank, "blank, no breaks at hyphens": blank_words,
          "indent": indented, "neither": neither, "margin of 6": margin,
          "CRLF": carriage, "fmt": even, "words broken": broken}


def blocks(program, folder):
    """Each document's blocks: the text, and whether it is kept."""
    run = subprocess.run([program, "explain", "--format=jsonl",
                          "--input-format=text"] +
                         sorted(glob.glob(folder + "/*")),
                         stdout=subprocess.PIPE, check=False)
    found = {}
    for line in run.stdout.splitlines():
        row = json.loads(line)
        name = os.path.basename(row["doc"]).split(".")[0]
        found.setdefault(name, []).append((row["text"], row["keep"]))
    return found


def size(counter):
    return sum(counter.values())


def words(paragraphs):
    return Counter(re.findall(r"\S+", " ".join(paragraphs)))


def figures(texts, found):
    """Exact paragraphs, blocks a paragraph, F1; means over all texts."""
    exact = longs = count = made = hits = kept_words = true_words = same = 0
    for name, text in texts.items():
        rows = found.get(name, [])
        long = Counter(p for p in text if len(p) > LONG)
        exact += size(long & Counter(row[0] for row in rows))
        longs += size(long)
        same += text == [row[0] for row in rows]
        count += len(text)
        made += len(rows)
        want, have = words(text), words(row[0] for row in rows if row[1])
        hits += size(want & have)
        kept_words += size(have)
        true_words += size(want)
    f1 = 2 * hits / (kept_words + true_words)
    return exact / longs, made / count, f1, same


def main():
    texts = dict(articles())
    print(f"{len(texts)} articles, {sum(map(len, texts.values()))} paragraphs")
    for style, form in STYLES.items():
        with tempfile.TemporaryDirectory() as folder:
            for name, text in texts.items():
                width = random.Random(name).choice(WIDTHS)
                with open(f"{folder}/{name}.txt", "w", encoding="utf-8",
                          newline="") as out:
                    out.write(form(text, width))
            for build in sys.argv[1:]:
                got = figures(texts, blocks(build + "/copydesk", folder))
                print(f"{style:28} {build}: exact {got[0]:.4f}, blocks a "
                      f"paragraph {got[1]:.3f}, words F1 {got[2]:.4f}, "
                      f"whole texts {got[3]}", flush=True)


if __name__ == "__main__":
    main()
