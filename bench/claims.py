#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the claims engine on the development sets.

    bench/claims.py [--copydesk build/copydesk] [--show N] [SET...]

Sets: news newsquant probe number currency dimension percent temperature
ordinal age duckling.  Data and scorers are read from $COPYDESK_SHARED, or
../shared beside the repo.  If $PEERS is a virtual environment with quantulum3,
newsquant and probe are scored for it, too (bench/claims_peers.py).
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import claims_adapters as adapters
import claims_specs as specs

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get('COPYDESK_SHARED',
                        os.path.join(HERE, '..', '..', 'shared'))
SPECS = ('number currency dimension percent temperature ordinal age').split()


def load(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


def save(path, rows):
    with open(path, 'w', encoding='utf-8') as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + '\n')


def claims_of(copydesk, rows, text=lambda row: row['text'], least=None,
              only=None):
    """id -> claims, with offsets in code points."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'in.jsonl')
        save(path, [{'id': str(r['id']), 'text': text(r),
                     'published': r.get('published')} for r in rows])
        done = subprocess.run(
            [copydesk, 'claims', '--clean=no', '--by=document',
             '--format=jsonl', *(['--min-confidence=%s' % least]
                                 if least is not None else []),
             *(['--only=' + only] if only else []), path],
            stdout=subprocess.PIPE, check=True)
    texts = {str(r['id']): text(r).encode('utf-8') for r in rows}
    out = {}
    for line in done.stdout.decode('utf-8').splitlines():
        record = json.loads(line)
        raw = texts[str(record['id'])]
        lead = len(raw) - len(raw.lstrip()) # clean text begins at a word
        raw = raw[lead:]
        for claim in record['claims']:
            for end in 'start', 'end':
                claim[end] = lead + len(
                    raw[:claim[end]].decode('utf-8', 'replace'))
        out[str(record['id'])] = record['claims']
    return out


def data(name):
    return os.path.join(SHARED, 'data', 'claims', name + '-dev.jsonl')


def run_scorer(script, *args):
    subprocess.run([sys.executable, os.path.join(SHARED, 'score', script),
                    *args], check=True)


def news(copydesk, show):
    score_news(copydesk, data('news'), show)


def score_news(copydesk, path_of_gold, show):
    """A file in the form of ../shared/data/claims/NEWS.md."""
    gold = load(path_of_gold)
    joined = lambda r: (r['before'] + ' ' if r.get('before') else '') + \
        r['text']
    shift = {r['id']: len(r['before']) + 1 if r.get('before') else 0
             for r in gold}
    found = claims_of(copydesk, gold, joined)
    pred = []
    for row in gold:
        own = []
        for claim in found.get(str(row['id']), []):
            claim['start'] -= shift[row['id']]
            claim['end'] -= shift[row['id']]
            if claim['start'] >= 0:
                own.append(claim)
        pred.append({'id': row['id'], 'claims': own})
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'pred.jsonl')
        save(path, pred)
        run_scorer('claims.py', path_of_gold, path,
                   *(['--errors', str(show)] if show else []))


def score_quantities(name, path, show=0):
    run_scorer('quantities.py', data(name), path, '--units',
               os.path.join(SHARED, 'score', 'units_alias.json'),
               *(['--show', str(show)] if show else []))


def peer(name):
    if not os.environ.get('PEERS'):
        return
    print('-- quantulum3')
    sys.stdout.flush()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'pred.jsonl')
        subprocess.run([os.path.join(os.environ['PEERS'], 'bin', 'python'),
                        os.path.join(HERE, 'claims_peers.py'), data(name),
                        path], check=True)
        score_quantities(name, path)


def quantities(name, adapt, copydesk, show):
    gold = load(data(name))
    # NewsQuant counts "one solution", "one of the best speakers" as 1, the
    # probes "a one-day loss"
    found = claims_of(copydesk, gold, least=0)
    pred = [{'id': r['id'], 'quantities':
             adapt(found.get(str(r['id']), []), r['text'])} for r in gold]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'pred.jsonl')
        save(path, pred)
        score_quantities(name, path, show)
    peer(name)


def spec(name, copydesk, show):
    gold = load(data('recognizers-' + name))
    found = claims_of(copydesk, gold, only=specs.ONLY.get(name))
    right, shown = 0, 0
    for row in gold:
        want = specs.wanted(row)
        got = specs.GOT[name](row, found.get(str(row['id']), []))
        right += want == got
        if want != got and shown < show:
            shown += 1
            print('#', row['text'], '\n   want', want, '\n   got ', got)
    print('%-12s %d of %d = %.1f %%' % (name, right, len(gold),
                                       100 * right / len(gold)))


def duckling(copydesk, show):
    for part in specs.DUCKLING:
        gold = load(data('duckling-' + part))
        found = claims_of(copydesk, gold,
                          lambda r: specs.unescape(r['text']), least=0,
                          only='number' if part == 'numeral' else None)
        right, shown = 0, 0
        for row in gold:
            ok, why = specs.duckling(part, row, found.get(str(row['id']), []))
            right += ok
            if not ok and shown < show:
                shown += 1
                print('#', row['text'], '=>', row['expect'], '| got', why)
        print('duckling %-14s %d of %d = %.1f %%' % (
            part, right, len(gold), 100 * right / len(gold)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--copydesk', default='build/copydesk')
    parser.add_argument('--show', type=int, default=0)
    parser.add_argument('sets', nargs='*')
    options = parser.parse_args()
    if not os.path.isdir(SHARED):
        sys.exit('skipped: no folder %s' % SHARED)
    for name in options.sets or ['news', 'newsquant', 'probe', *SPECS,
                                 'duckling']:
        print('==', name)
        sys.stdout.flush()
        if name == 'news':
            news(options.copydesk, options.show)
        elif name in ('newsquant', 'probe'):
            quantities(name, getattr(adapters, name), options.copydesk,
                       options.show)
        elif name == 'duckling':
            duckling(options.copydesk, options.show)
        else:
            spec(name, options.copydesk, options.show)
        sys.stdout.flush()


if __name__ == '__main__':
    main()
