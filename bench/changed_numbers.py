#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Copied stories with one number changed: how many `contradictions` tells.

    bench/changed_numbers.py build/copydesk [--stories 150] [--show N]

Stories of Reuters-21578 (../shared/data/copies/reuters21578, or COPYDESK_SHARED),
each beside a copy on another site, in which the first digit of one number is
another.  Then the stories alone, to see what the same rules accuse there; with
--show some of it.
"""
import argparse, collections, datetime, glob, html, json, os, pathlib, random, re, sqlite3, subprocess, tempfile

SHARED = os.environ.get("COPYDESK_SHARED", "../shared")
NUMBER = re.compile(r"(?<![\d/.,-])\d+(?:[.,]\d+)*(?= (?:mln|billion|pct|dlrs|tonnes|people|workers|shares)\b)")
STORY = re.compile(r'NEWID="(\d+)">\s*<DATE>\s*(\S+).*?<BODY>(.*?)</BODY>', re.S)
SERIAL = re.compile(r"\b(?:bond|issue|Fees|vs)\b")


def stories():
    """Id, day and paragraphs: a line that is indented begins one."""
    for path in sorted(glob.glob(SHARED + "/data/copies/reuters21578/*.sgm")):
        text = open(path, encoding="latin-1").read()
        for number, day, body in re.findall(STORY, text):
            body = html.unescape(body).replace("\x03", "").replace(" Reuter\n", "\n")
            parts = re.split(r"\n {4}", "\n" + body)
            day = datetime.datetime.strptime(day, "%d-%b-%Y").date().isoformat()
            yield number, day, [part for part in (" ".join(part.split()) for part in parts) if part]


def change(parts, rng):
    spots = [(i, m) for i, part in enumerate(parts) if len(part.split()) >= 14 for m in NUMBER.finditer(part)]
    if not spots:
        return None
    i, m = rng.choice(spots)
    new = str(int(m.group()[0]) % 9 + 1) + m.group()[1:]
    return i, parts[:i] + [parts[i][:m.start()] + new + parts[i][m.end():]] + parts[i + 1:]


def run(program, records, work):
    source, out = work / "in.jsonl", work / "out"
    with source.open("w") as lines:
        for name, day, site, parts in records:
            record = {"id": name, "published": day, "site": site, "text": "\n\n".join(parts)}
            lines.write(json.dumps(record) + "\n")
    subprocess.run([program, "run", "--clean=no", "--quiet", "-o", out, source], check=True)
    return sqlite3.connect(out / "copydesk.sqlite")


def changed(program, limit, seed=5):
    rng, records, where = random.Random(seed), [], {}
    whole = [s for s in stories() if 4 <= len(s[2]) <= 10 and not SERIAL.search(" ".join(s[2]))]
    rng.shuffle(whole)
    for name, _, parts in whole:
        made = change(parts, rng)
        if made is None or len(where) == limit:
            continue
        where[name] = made[0]
        records += [(name, "1987-03-01", "wire", parts), (name + "x", "1987-03-02", "copycat", made[1])]
    with tempfile.TemporaryDirectory() as folder:
        db = run(program, records, pathlib.Path(folder))
        kinds = {(a, block): kind for a, block, kind in db.execute(
            "SELECT a, a_block, kind FROM copies WHERE b = a || 'x' AND a_block = b_block")}
        told = set(db.execute("SELECT c.a, c.a_block FROM contradictions k JOIN copies c ON c.number = k.copy"))
    judged = collections.Counter(kinds.get(place) for place in where.items())
    found = sum(place in told for place in where.items())
    print(f"{len(where)} copies with one number changed: {found} told; by itself the paragraph is "
          + ", ".join(f"{kind} {n}" for kind, n in judged.most_common()))


def alone(program, show):
    records = [(name, day, "wire", parts) for name, day, parts in stories()]
    with tempfile.TemporaryDirectory() as folder:
        db = run(program, records, pathlib.Path(folder))
        rows = db.execute("""SELECT k.basis, k.a_text, k.b_text, k.a_sentence, k.b_sentence, EXISTS (
            SELECT 1 FROM claim_pairs p WHERE p.basis = 'copy' AND p.verdict = 'contradict'
            AND p.a_number IN (k.a_claim, k.b_claim) AND p.b_number IN (k.a_claim, k.b_claim))
            FROM contradictions k""").fetchall()
    by = collections.Counter("place, by neighbours alone" if row[0] == "place" and not row[5] else row[0]
                             for row in rows)
    print(f"{len(records)} stories as they are:", ", ".join(f"{name} {n}" for name, n in sorted(by.items())))
    for row in [row for row in rows if row[0] == "place" and not row[5]][:show]:
        print("", *row[1:5], sep="\n  ")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--stories", type=int, default=150)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    changed(given.program, given.stories)
    alone(given.program, given.show)


main()
