#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores expressions of time on the news-like part of Duckling's corpus.

    make bench/when && ../bench/when.py [bench/when] [--show N] [--all]

News-like: what resolves to days, weeks, months, quarters, years or spans of
them, but not
- clock times, and what counts from a feast;
- abbreviations of diaries: EOM, BOM, EOY, BOY;
- "two upcoming weeks", "upcoming two weeks" for the second week from now;
- what the corpus asks twice with different answers, from two reference days.
The reference day is 2013-02-12.  Right is what names the same first day and
the same last day.  --all counts those of the list as well.  Data are read from
$COPYDESK_SHARED, or ../shared beside the repo.
"""
import datetime
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get('COPYDESK_SHARED',
                        os.path.join(HERE, '..', '..', 'shared'))
GRAINS = ('Day', 'Week', 'Month', 'Quarter', 'Year')


def after(day, grain, count=1):
    """The first day behind count units that begin at day."""
    if grain in ('Day', 'Week'):
        return day + datetime.timedelta(days=count * (1 if grain == 'Day'
                                                      else 7))
    months = day.year * 12 + day.month - 1 + count * {
        'Month': 1, 'Quarter': 3, 'Year': 12}[grain]
    return datetime.date(months // 12, months % 12 + 1, 1)


def wanted(expect):
    """First day and the day behind the last, or None if not news-like."""
    kind, grain = expect.split(' ')[0], expect.split(' ')[-1]
    if kind not in ('datetime', 'datetimeInterval') or grain not in GRAINS:
        return None
    days = [datetime.date(*map(int, m)) for m in
            re.findall(r'\((\d+), *(\d+), *(\d+),', expect)]
    if not days or re.search(r', [1-9]\d*, \d+, \d+\)', expect):
        return None
    return (days[0], days[1] if len(days) > 1 else after(days[0], grain))


CASUAL = re.compile(r'\b(?:[EB]O[MY]|upcoming (?:\d|two)|(?:\d|two) upcoming|'
                    r'christmas)\b', re.I)


def news_like(rows):
    answers = {}
    for row in rows:
        answers.setdefault(row['text'], set()).add(row['expect'])
    return [r for r in rows if not CASUAL.search(r['text']) and
            len(answers[r['text']]) == 1]


def one(iso):
    if re.fullmatch(r'\d{4}', iso):
        return datetime.date(int(iso), 1, 1), 'Year'
    match = re.fullmatch(r'(\d{4})-Q(\d)', iso)
    if match:
        return (datetime.date(int(match[1]), 3 * int(match[2]) - 2, 1),
                'Quarter')
    match = re.fullmatch(r'(\d{4})-W(\d\d)', iso)
    if match:
        return (datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1),
                'Week')
    if re.fullmatch(r'\d{4}-\d\d', iso):
        return datetime.date(int(iso[:4]), int(iso[5:]), 1), 'Month'
    return datetime.date.fromisoformat(iso), 'Day'


def got(iso):
    if iso == '-':
        return None
    parts = iso.split('/')
    first, _ = one(parts[0])
    last, grain = one(parts[-1])
    return first, after(last, grain)


def main():
    args = sys.argv[1:]
    show = int(args[args.index('--show') + 1]) if '--show' in args else 0
    tool = args[0] if args and not args[0].startswith('-') else 'bench/when'
    path = os.path.join(SHARED, 'data', 'claims', 'duckling-time-dev.jsonl')
    with open(path, encoding='utf-8') as lines:
        rows = [json.loads(line) for line in lines]
    rows = [r for r in rows if wanted(r['expect'])]
    if '--all' not in args:
        rows = news_like(rows)
    done = subprocess.run([tool, '2013-02-12'], check=True, text=True,
                          input=''.join(r['text'] + '\n' for r in rows),
                          stdout=subprocess.PIPE)
    right = 0
    for row, iso in zip(rows, done.stdout.splitlines()):
        if got(iso) == wanted(row['expect']):
            right += 1
        elif show > 0:
            show -= 1
            print(row['text'], '|', row['expect'], '|', iso)
    print(f'{right} of {len(rows)} right: {100 * right / len(rows):.1f} %')


if __name__ == '__main__':
    main()
