#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""train_copies.py - fit the judgement of pairs of texts.

  train_copies.py --pairs dev.jsonl --reuters DIR \\
      --copy-features build/tools/copy_features > data/copies.model.tsv

pairs: lines {"a":{"text"},"b":{"text"},"label"}, label one of same, edited,
reworded, contains, template, related, unrelated.  Needs numpy and scikit-learn.

More pairs, labelled in copies.labels.tsv beside this script, are joined with
their texts from DIR (reut2-*.sgm, Reuters-21578).  They are of other
annotators and weigh MORE_WEIGHT of one of --pairs.

To the pairs come altered copies, at a low weight: of each copy one with a digit
of one figure changed, which still is a copy, and the one that an editor most
wants to see.

A multinomial logistic model, strongly regularised, over FEATURES; the figures
of its cross-validation (10 folds, 4 shuffles, everything refitted in each fold)
go to standard error.  Deterministic.
"""
import argparse
import glob
import html
import json
import os
import random
import re
import subprocess
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

CLASSES = ["copy", "contains", "template", "related", "unrelated"]
CLASS_OF = {"same": 0, "edited": 0, "reworded": 0, "contains": 1,
            "template": 2, "related": 3, "unrelated": 4}
# Chosen by forward and backward selection over both sets of pairs, by the loss
# in cross-validation (docs/copies.md).
FEATURES = """
SWAPPED_FIGURES SWAPPED_DATES SWAPPED_NAMES STEADY FIGURES_LACKED
FIGURES_LACKED_LOG FIGURES_ADDED_LOG LONG_FIGURES_LACKED NAMES_LACKED
MEANT_DICE EXACT JACCARD1 JACCARD5 TILES CHAIN_ORDER RARE_SHARED LACKED_SHORT
LACKED_LONG LENGTH_LOG HEADS QUOTES PROVING_PAIRS STOCK_PAIRS
""".split()
C = 1
MORE_WEIGHT = 0.2
ALTERED_WEIGHT = 0.15


def alter(text, chance):
    """The text with one digit of one of its figures changed; or None."""
    figures = [m.span() for m in
               re.finditer(r"(?<![\w/-])\d[\d,]*(?:\.\d+)?(?![\w/-])", text)]
    if not figures:
        return None
    start, end = chance.choice(figures)
    at = chance.choice([k for k in range(start, end) if text[k].isdigit()])
    digit = chance.choice([d for d in "123456789" if d != text[at]])
    return text[:at] + digit + text[at + 1:]


def altered(pairs):
    """[(index of the pair that it was made of, pair)]"""
    chance = random.Random(11)
    out = []
    for index, pair in enumerate(pairs):
        if CLASS_OF[pair["label"]] > 1:
            continue
        text = alter(pair["b"]["text"], chance)
        if text is not None:
            out.append((index, {"a": pair["a"], "b": {"text": text}}))
    return out


def read_reuters(folder):
    """{NEWID: [paragraph]}"""
    stories = {}
    for name in sorted(glob.glob(os.path.join(folder, "reut2-*.sgm"))):
        with open(name, encoding="latin-1") as file:
            for story in re.findall(r"<REUTERS.*?</REUTERS>", file.read(),
                                    re.S):
                body = re.search("<BODY>(.*?)(?:</BODY>|$)", story, re.S)
                if body is None:
                    continue
                text = html.unescape(body.group(1)).replace("\x03", "")
                stories[int(re.search(r'NEWID="(\d+)"', story).group(1))] = [
                    re.sub(r"\s+", " ", part).strip()
                    for part in re.split(r"\n(?=    |\t)", text)]
    return stories


def read_more(folder):
    """The pairs of copies.labels.tsv, like those of --pairs."""
    stories, pairs = read_reuters(folder), []
    name = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                        "copies.labels.tsv")
    with open(name, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            a, i, b, j, label = line.rstrip("\n").split("\t")
            pairs.append({"a": {"text": stories[int(a)][int(i)]},
                          "b": {"text": stories[int(b)][int(j)]},
                          "label": label})
    return pairs


def measure(tool, pairs):
    text = "".join(json.dumps(pair) + "\n" for pair in pairs)
    out = subprocess.run([tool], input=text.encode(), check=True,
                         stdout=subprocess.PIPE).stdout.decode()
    rows = [line.split("\t") for line in out.splitlines()]
    columns = [rows[0].index(name) for name in FEATURES]
    return np.array(rows[1:], dtype=float)[:, columns]


class Pairs:
    """values, classes, and of which pair each row was made."""

    def __init__(self, args):
        with open(args.pairs, encoding="utf-8") as file:
            pairs = [json.loads(line) for line in file]
        changed = altered(pairs)
        more = read_more(args.reuters)
        self.labels = np.array([pair["label"] for pair in pairs])
        self.count = len(pairs)
        self.values = measure(args.copy_features, pairs + more
                              + [pair for _, pair in changed])
        # what is of no pair of --pairs is in every fold's training
        self.source = np.array(list(range(len(pairs))) + [-1] * len(more)
                               + [index for index, _ in changed])
        kinds = [pair["label"] for pair in pairs + more]
        kinds += [self.labels[index] for index, _ in changed]
        self.classes = np.array([CLASS_OF[kind] for kind in kinds])
        self.weights = np.full(len(self.source), ALTERED_WEIGHT)
        self.weights[:self.count] = 1
        self.weights[self.count:self.count + len(more)] = MORE_WEIGHT

    def fit(self, train):
        """The model of the pairs in train, with what was made of them."""
        rows = np.isin(self.source, train) | (self.source < 0)
        values = self.values[rows]
        mean, deviation = values.mean(0), values.std(0) + 1e-9
        model = LogisticRegression(C=C, max_iter=5000, tol=1e-8)
        model.fit((values - mean) / deviation, self.classes[rows],
                  sample_weight=self.weights[rows])
        return model, mean, deviation

    def chances(self, seed):
        """Of each pair and class, by models that have not seen the pair."""
        chances = np.zeros((self.count, len(CLASSES)))
        folds = StratifiedKFold(10, shuffle=True, random_state=seed)
        for train, test in folds.split(self.labels, self.labels):
            model, mean, deviation = self.fit(train)
            found = model.predict_proba((self.values[test] - mean) / deviation)
            chances[test] = found
        return chances


def report(pairs):
    copy = pairs.classes[:pairs.count] < 2
    for seed in range(4):
        called = pairs.chances(seed)[:, :2].sum(1) >= 0.5
        right = (called & copy).sum()
        share = {label: called[pairs.labels == label].mean()
                 for label in CLASS_OF}
        print(f"seed {seed}: precision {right / called.sum():.3f} "
              f"recall {right / copy.sum():.3f} "
              f"F1 {2 * right / (called.sum() + copy.sum()):.3f}; called copy: "
              + " ".join(f"{k} {v:.2f}" for k, v in share.items()),
              file=sys.stderr)


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--pairs", required=True)
    args.add_argument("--reuters", required=True)
    args.add_argument("--copy-features", required=True)
    pairs = Pairs(args.parse_args())
    report(pairs)
    model, mean, deviation = pairs.fit(np.arange(pairs.count))
    weights = model.coef_ / deviation
    bias = model.intercept_ - weights @ mean
    print("#! cd_copy_weight feature:CD_FEATURE_ "
          + " ".join(name + ":num" for name in CLASSES))
    print("# Generated by tools/train_copies.py: a weight for each class.")
    for name, row in sorted([("ONE", bias)] + list(zip(FEATURES, weights.T))):
        print(name + "\t" + "\t".join(f"{w:.6g}" for w in row))


if __name__ == "__main__":
    main()
