#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""train_word_classes.py - the parts of speech a word can be, for data/word_classes.en.tsv.

  train_word_classes.py --wordnet /usr/share/wordnet --idf data/idf.en.tsv \
      > data/word_classes.en.tsv

Reads WordNet 3.0 (Debian: wordnet-base): its lemmas of one word, and the
irregular forms.  A part of speech that a word has in less than RARE of its
uses in WordNet's tagged texts is left out ("a have").  Of words that cannot be
verbs only those are kept that these texts or the idf table have.  The words of
the closed classes, which WordNet lacks, are listed here.
"""
import argparse
import collections
import re
import sys

RARE = 0.01    # share of the uses of a word
ENOUGH = 20    # uses from which shares are trusted
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
CLASS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}  # of sense keys

CLOSED = """
a about above according across after against ago albeit all along alongside
although am amid amidst among amongst an and another any anybody anyone
anything apart are aren around as aside at atop away back barring be because
been before behind being below beneath beside besides between beyond both but
by can cannot ca concerning considering could couldn cuz d de despite did didn
do does doesn doing don done down due during each either en else enough et even
every everybody everyone everything except excluding few fewer following for
forward from given go going gonna got had hadn half has hasn have haven having
he hence her here hers herself him himself his how however i if in including
inside instead into is isn it its itself least less lest let like likewise ll
lot m many may maybe me might mine minus more moreover most much must mustn my
myself n na near nearby neither never nevertheless next no nobody none nor not
notwithstanding nothing now o of off on once one ones only onto opposite or
other others otherwise ought our ours ourselves out outside over own past pending per
plus post prior pro provided providing quite rather re regarding regardless
round s same seeing several shall she should shouldn since so some somebody
someone something somewhat somewhere such suppose supposing t than that the
thee their theirs them themselves then thence there thereby therefore these
they thine this those thou though through throughout thru thus thy till to
together too toward towards u under underneath unless unlike until unto up upon
us used using v ve versus very via vs was wasn we well were weren what whatever
when whence whenever where whereas whereby wherein wherever whether which
whichever while whilst who whoever whole whom whomever whose why will with
within without wo worth would wouldn y yet you your yours yourself yourselves
""".split()


def lemmas(folder):
    """{word: its parts of speech}"""
    found = collections.defaultdict(set)
    for part, letter in PARTS.items():
        with open(f"{folder}/index.{part}", encoding="ascii") as file:
            for line in file:
                word = line.split(" ", 1)[0]
                if re.fullmatch("[a-z]{2,}", word):
                    found[word].add(letter)
    return found


def uses(folder):
    """{word: {part of speech: uses in tagged texts}}"""
    count = collections.defaultdict(collections.Counter)
    with open(f"{folder}/cntlist.rev", encoding="ascii") as file:
        for line in file:
            key, _, n = line.split()
            word, sense = key.split("%")
            if CLASS[sense[0]] == "v":
                word = word.split("_")[0]  # "account for"
            count[word][CLASS[sense[0]]] += int(n)
    return count


def irregular(folder):
    """(form, its class) of each irregular form"""
    for part, letter in ("noun", "N"), ("verb", "D"), ("adj", "a"):
        with open(f"{folder}/{part}.exc", encoding="ascii") as file:
            for line in file:
                form = line.split()[0]
                if not re.fullmatch("[a-z]{2,}", form):
                    continue
                if letter == "D" and form.endswith("ing"):
                    yield form, "G"
                elif letter == "D" and form.endswith("s"):
                    yield form, "S"
                else:
                    yield form, letter


def common(path):
    """The words of an idf table."""
    with open(path, encoding="utf-8") as file:
        return {line.split("\t")[2].strip() for line in file
                if line[0] != "#"}


def fnv(word):
    """cd_pos_hash(word, 1) of nlp/syntax/tagger_model.h"""
    h = 2166136261 ^ 1
    for byte in word.encode("ascii"):
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    return h


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--wordnet", required=True)
    args.add_argument("--idf", required=True)
    args = args.parse_args()
    folder, known = args.wordnet, common(args.idf)
    count = uses(folder)
    classes = {}
    for word, parts in lemmas(folder).items():
        total = sum(count[word].values())
        if total >= ENOUGH:
            parts = {p for p in parts if count[word][p] >= RARE * total}
        if parts and ("v" in parts or total > 0 or word in known):
            classes[word] = parts
    for form, letter in irregular(folder):
        classes.setdefault(form, set()).add(letter)
    for word in CLOSED:
        classes.setdefault(word, set()).add("c")
    print("# Generated by tools/train_word_classes.py from WordNet 3.0: hash of "
          "a word, what it can be, the word.")
    rows = {fnv(word): word for word in sorted(classes)}
    for h in sorted(rows):
        print(f"{h:08x}\t{''.join(sorted(classes[rows[h]]))}\t{rows[h]}")


if __name__ == "__main__":
    sys.exit(main())
