# SPDX-License-Identifier: Apache-2.0
"""align_labels.py - which blocks of a page stand in its true main content.

    labels = align_labels.label(blocks, content)      one 0 or 1 a block

blocks are lists of lower-case words.  A block of four words or more may stand
where its 4-grams stand in the content; a shorter one where all of it does.  Of
all these places a chain is chosen that rises in both texts and covers most
words, where every jump in the content costs as much as a word and a half: so
"Bags" in a menu is not taken for the "bags" of a sentence.  What is left of the
content is tried twice more, for truths that are in another order than the page.
"""
import collections, re

TOKEN = re.compile(r"\w+")
GRAM = 4
JUMP, LATER_JUMP = 1.6, 3.5
PLACES_MAX = 80
COPY_WORDS = 4


def read_content(content):
    """Words, and where lines begin and end."""
    words, begins, ends = [], set(), set()
    for line in content.split("\n"):
        found = TOKEN.findall(line.lower())
        if found:
            begins.add(len(words))
            words += found
            ends.add(len(words))
    return words, begins, ends


def index(words):
    """Places of all runs of up to GRAM words."""
    places = collections.defaultdict(list)
    for at in range(len(words)):
        for n in range(1, GRAM + 1):
            if at + n <= len(words):
                places[tuple(words[at:at + n])].append(at)
    return places


def short_places(words, places, begins, ends):
    n = len(words)
    for at in places.get(tuple(words), ())[:PLACES_MAX]:
        yield at, at + n, n * (.5 + .25 * (at in begins) + .25 * (at + n in ends))


def long_places(words, places):
    """Runs of 4-gram hits on about one diagonal that cover half of the words."""
    n = len(words)
    hits = sorted((at - k, at, k) for k in range(n - GRAM + 1)
                  for at in places.get(tuple(words[k:k + GRAM]), ())[:PLACES_MAX])
    i = 0
    while i < len(hits):
        j = i
        while j + 1 < len(hits) and hits[j + 1][0] - hits[j][0] <= max(3, n // 5):
            j += 1
        covered = {k + m for _, _, k in hits[i:j + 1] for m in range(GRAM)}
        if len(covered) * 2 >= n:
            yield (min(at for _, at, _ in hits[i:j + 1]),
                   max(at for _, at, _ in hits[i:j + 1]) + GRAM,
                   len(covered) - .25 * (n - len(covered)))
        i = j + 1


class Best:
    """The best (score, place) of all ends up to a given one: a Fenwick tree."""

    def __init__(self, size):
        self.tree = [(0., -1)] * (size + 2)

    def until(self, end):
        best, i = (0., -1), end + 1
        while i > 0:
            if self.tree[i][0] > best[0]:
                best = self.tree[i]
            i -= i & -i
        return best

    def add(self, end, value):
        i = end + 1
        while i < len(self.tree):
            if value[0] >= self.tree[i][0]:
                self.tree[i] = value
            i += i & -i


def chain(places, size, jump):
    """Indices of the places (block, begin, end, gain) of the best chain."""
    best, at_end = Best(size), {}
    before, score = [-1] * len(places), [0.] * len(places)
    i = 0
    while i < len(places):
        j = i
        while j < len(places) and places[j][0] == places[i][0]:
            j += 1
        for c in range(i, j):
            _, begin, _, gain = places[c]
            value, last = best.until(begin)
            value -= jump
            for gap in (0, 1, -1, 2):
                near = at_end.get(begin - gap)
                if near and near[0] - .2 * abs(gap) > value:
                    value, last = near[0] - .2 * abs(gap), near[1]
            score[c], before[c] = value + gain, last
        for c in range(i, j):
            end = places[c][2]
            best.add(end, (score[c], c))
            if end not in at_end or score[c] >= at_end[end][0]:
                at_end[end] = (score[c], c)
        i = j
    c, found = best.until(size)[1], []
    while c >= 0:
        found.append(c)
        c = before[c]
    return found


def label(blocks, content):
    words, begins, ends = read_content(content)
    labels = [0] * len(blocks)
    where = index(words)
    places = []
    for block in blocks:
        places.append(list(long_places(block, where) if len(block) >= GRAM else
                           short_places(block, where, begins, ends) if block else ()))
    used = [False] * len(words)
    for jump in (JUMP, LATER_JUMP, LATER_JUMP):
        left = [(i, *place) for i, of_block in enumerate(places) if not labels[i]
                for place in of_block
                if sum(used[place[0]:place[1]]) * 2.5 <= place[1] - place[0]]
        for c in chain(left, len(words), jump):
            i, begin, end, _ = left[c]
            labels[i] = 1
            used[begin:end] = [True] * (end - begin)
    return labels


def share_copies(blocks, labels):
    """A page may show the same text twice: wanted once, wanted everywhere, for
    the judge keeps one copy.  Returns labels, and how many copies each has."""
    keys = [tuple(block) if len(block) >= COPY_WORDS else i
            for i, block in enumerate(blocks)]
    wanted = {key for key, one in zip(keys, labels) if one}
    count = collections.Counter(keys)
    return [int(key in wanted) for key in keys], [count[key] for key in keys]
