#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes data/currencies.tsv and data/units.tsv from published tables.

    tools/mkunits.py ISO_4217_JSON CLDR_EN_XML    (run in the root of the repo)

Sources (Debian 12): iso-codes 4.15.0 /usr/share/iso-codes/json/iso_4217.json,
unicode-cldr-core 41 /usr/share/unicode/cldr/common/main/en.xml.  Unit codes
follow UCUM where it has a plain symbol.  News surface forms that no table has
are rows of data/lexicon.en.tsv.
"""
import json
import sys
import xml.etree.ElementTree as ElementTree

HEAD = '#! cd_lex surface:str class:CD_CLASS_ value:str\n'
# codes that are English words or names in capitals: behind a number only
WORDS = set('ALL TRY TOP CUP PEN MAD COP BOB GEL SOS MOP RON BAM AMD SOL LAK'
            ' MAR BIF ANG XXX XTS BOV CHE CHW COU CLF MXV USN UYI UYW'.split())
PLAIN = set('USD EUR GBP JPY CNY CAD AUD CHF INR HKD NZD SGD SEK NOK DKK ZAR'
            ' KRW MXN BRL RUB PLN ILS THB MYR IDR VND PHP AED SAR'.split())

# SI: (symbol, singulars, dimension, prefixes that news and science print)
SI = [
    ('m', ['metre', 'meter'], 'k c m u n p d'),
    ('g', ['gram', 'gramme'], 'k m u n'),
    ('L', ['litre', 'liter'], 'm c d h M u'),
    ('s', ['second'], 'm u n'),
    ('W', ['watt'], 'k M G T m'),
    ('Wh', ['watt-hour', 'watt hour'], 'k M G T'),
    ('J', ['joule'], 'k M G'),
    ('V', ['volt'], 'k m'),
    ('A', ['ampere', 'amp'], 'm k'),
    ('Ah', ['ampere-hour', 'amp hour', 'ampere hour'], 'm'),
    ('Hz', ['hertz'], 'k M G T'),
    ('N', ['newton'], 'k'),
    ('Pa', ['pascal'], 'h k M G'),
    ('B', ['byte'], 'k M G T P E'),
    ('bit', ['bit'], 'k M G T'),
    ('eV', ['electronvolt', 'electron volt'], 'k M G T'),
    ('cal', ['calorie'], 'k'),
    ('Ohm', ['ohm'], 'k M'),
    ('mol', ['mole'], 'm u'),
    ('Bq', ['becquerel'], 'k M G'),
    ('Sv', ['sievert'], 'm u'),
    ('T', ['tesla'], 'm'),
    ('F', ['farad'], 'u n p'),
    ('bar', ['bar'], 'm'),
    ('px', ['pixel'], 'M'),
]
PREFIX = {'k': 'kilo', 'c': 'centi', 'm': 'milli', 'u': 'micro', 'n': 'nano',
          'p': 'pico', 'd': 'deci', 'h': 'hecto', 'M': 'mega', 'G': 'giga',
          'T': 'tera', 'P': 'peta', 'E': 'exa'}
# symbols that are words, initials or scales too: only glued to their number
GLUED = set('A B T N J K F m g s L bar pm nA PA'.split())
# symbols that no rule may read at all
NEVER = set('pA EB F us'.split())
TIME = {'s': 1, 'ms': 1, 'us': 1, 'ns': 1}

# customary units and what CLDR calls them, with our codes
CLDR = {
    'area-hectare': 'ha', 'area-acre': 'acre', 'area-square-mile': 'mi2',
    'area-square-yard': 'yd2', 'area-square-foot': 'ft2',
    'area-square-inch': 'in2', 'area-square-kilometer': 'km2',
    'area-square-meter': 'm2', 'area-square-centimeter': 'cm2',
    'concentr-permillion': 'ppm', 'concentr-karat': 'kt',
    'consumption-mile-per-gallon': 'mi/gal',
    'energy-british-thermal-unit': 'BTU', 'energy-therm-us': 'therm',
    'length-mile': 'mi', 'length-yard': 'yd', 'length-foot': 'ft',
    'length-inch': 'in', 'length-parsec': 'pc', 'length-light-year': 'ly',
    'length-astronomical-unit': 'AU', 'length-furlong': 'furlong',
    'length-fathom': 'fathom', 'length-nautical-mile': 'nmi',
    'light-lumen': 'lm', 'light-lux': 'lx', 'mass-metric-ton': 't',
    'mass-ton': 'ton', 'mass-stone': 'st', 'mass-pound': 'lb',
    'mass-ounce': 'oz', 'mass-ounce-troy': 'ozt', 'mass-carat': 'ct',
    'power-horsepower': 'hp', 'pressure-atmosphere': 'atm',
    'speed-knot': 'kn', 'speed-mile-per-hour': 'mi/h',
    'speed-kilometer-per-hour': 'km/h', 'speed-meter-per-second': 'm/s',
    'volume-cubic-kilometer': 'km3', 'volume-cubic-meter': 'm3',
    'volume-cubic-centimeter': 'cm3', 'volume-cubic-mile': 'mi3',
    'volume-cubic-yard': 'yd3', 'volume-cubic-foot': 'ft3',
    'volume-cubic-inch': 'in3', 'volume-acre-foot': 'acre.ft',
    'volume-bushel': 'bushel', 'volume-gallon': 'gal', 'volume-quart': 'qt',
    'volume-pint': 'pt', 'volume-cup': 'cup', 'volume-fluid-ounce': 'floz',
    'volume-tablespoon': 'tbsp', 'volume-teaspoon': 'tsp',
    'volume-barrel': 'bbl', 'torque-newton-meter': 'N.m',
    'angle-radian': 'rad', 'angle-arc-minute': 'arcmin',
    'angle-arc-second': 'arcsec',
}
DURATION = {'century': '100a', 'decade': '10a', 'year': 'a', 'month': 'mo',
            'week': 'wk', 'day': 'd', 'hour': 'h', 'minute': 'min',
            'second': 's'}
SPELLINGS = [('meter', 'metre'), ('liter', 'litre'), ('gram', 'gramme')]


def plural(word):
    if word.endswith(('hertz', 'bar')):
        return [word] if word.endswith('hertz') else [word + 's']
    return [word + 's']


def currencies(iso, cldr):
    rows = {}
    for entry in json.load(open(iso, encoding='utf-8'))['4217']:
        code = entry['alpha_3']
        after = code in WORDS or code.startswith('X')
        rows[code] = ('CURWORD' if after else 'CUR', code)
        if code in PLAIN:
            rows[code.lower()] = ('CUR', code)
    live = {code for _, code in rows.values()}
    for currency in ElementTree.parse(cldr).iter('currency'):
        code = currency.get('type')
        if code not in live or code.startswith('X'):
            continue
        for name in currency.findall('displayName'):
            text = name.text.lower()
            if name.get('count') and '(' not in text and ' ' in text:
                rows.setdefault(text, ('CURWORD', code))
    return rows


def si_units(rows):
    for symbol, names, prefixes in SI:
        kind = lambda code: 'TIMEUNIT' if code in TIME else 'UNIT'
        for prefix in [''] + prefixes.split():
            code = prefix + symbol
            for name in names:
                word = (PREFIX[prefix] if prefix else '') + name
                for form in [word] + plural(word):
                    rows.setdefault((form, kind(code)), code)
            row = 'CONTEXTUNIT' if code in GLUED else kind(code)
            if code not in NEVER:
                rows.setdefault((code, row), code)
            if prefix == 'u':
                rows.setdefault(('\u00b5' + symbol, row), code)
                rows.setdefault(('\u03bc' + symbol, row), code)


def cldr_units(rows, cldr):
    for length in ElementTree.parse(cldr).iter('unitLength'):
        if length.get('type') != 'long':
            continue
        for unit in length.findall('unit'):
            code = CLDR.get(unit.get('type'))
            if code is None:
                continue
            for pattern in unit.findall('unitPattern'):
                form = pattern.text.replace('{0}', '').strip()
                for a, b in [('', '')] + SPELLINGS:
                    word = form.replace(a, b) if a else form
                    rows.setdefault((word.lower(), 'UNIT'), code)


def duration_units(rows):
    for word, code in DURATION.items():
        many = word[:-1] + 'ies' if word.endswith('y') and word != 'day' \
            else word + 's'
        rows[(word, 'TIMEUNIT')] = code
        rows[(many, 'TIMEUNIT')] = code


def write(path, what, rows):
    with open(path, 'w', encoding='utf-8') as out:
        out.write(HEAD)
        out.write('# Generated by tools/mkunits.py; edit that, or add rows to'
                  ' data/lexicon.en.tsv.\n# Sources: ' + what + '\n')
        for (surface, kind), value in sorted(rows.items()):
            out.write('%s\t%s\t%s\n' % (surface, kind, value))


def main():
    iso, cldr = sys.argv[1:3]
    money = {(surface, kind): code
             for surface, (kind, code) in currencies(iso, cldr).items()}
    write('data/currencies.tsv', 'iso-codes 4.15.0 iso_4217.json (LGPL-2.1+,'
          ' facts), Unicode CLDR 41 en.xml (Unicode-DFS-2016)', money)
    units = {}
    duration_units(units)
    si_units(units)
    cldr_units(units, cldr)
    write('data/units.tsv', 'SI prefixes and units, UCUM codes; Unicode CLDR'
          ' 41 en.xml (Unicode-DFS-2016)', units)


main()
