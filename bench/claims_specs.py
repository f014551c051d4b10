# SPDX-License-Identifier: Apache-2.0
"""Recognizers-Text specs and Duckling corpora: their names for our units, and
their idea of a span."""
import re

from claims_adapters import unit_name


def close(a, b):
    return a is not None and b is not None and \
        abs(a - b) <= 1e-9 + 1e-6 * abs(b)


class Entity(tuple):
    """(start, end, value, unit): equal with a tolerance for the value."""

    def __eq__(self, other):
        if self[:2] != other[:2] or self[3] != other[3]:
            return False
        return self[2] == other[2] or close(self[2], other[2])

    def __ne__(self, other):
        return not self == other


def wanted(row):
    return sorted(Entity((q['start'], q['end'], q['value'],
                          (q.get('unit') or '').lower()))
                  for q in row['quantities'] if 'start' in q and
                  q['value'] is not None)


RT = {'metre': 'meter', 'kilometre': 'kilometer', 'litre': 'liter',
      'pound-mass': 'pound', 'square metre': 'square meter',
      'square kilometre': 'square kilometer', 'centimetre': 'centimeter',
      'millimetre': 'millimeter', 'decimetre': 'decimeter',
      'kilometre per hour': 'kilometer per hour',
      'm per ms': 'meter per millisecond',
      'metre per millisecond': 'meter per millisecond',
      'centimetre per millisecond': 'centimeter per millisecond',
      'kilometre per millisecond': 'kilometer per millisecond',
      'celsius': 'c', 'fahrenheit': 'f', 'metric ton': 'ton'}


def named(claim):
    name = unit_name(claim['unit'])
    if claim['unit'].split('/')[0] == 't' and \
            'metric' in claim['text'].lower():
        return 'metric ton'
    return RT.get(name, name)


def entity(claim, unit, value=None, end=None):
    return Entity((claim['start'], claim['end'] if end is None else end,
                   claim['value'] if value is None else value, unit))


def bare(row, claims):
    return sorted(entity(c, '') for c in claims)


def simple(kinds):
    def take(row, claims):
        return sorted(entity(c, named(c)) for c in claims if kinds(c))
    return take


def is_money(c):
    return c['unit_system'] == 'ISO4217'


def currency(row, claims):
    out = []
    for c in claims:
        if not is_money(c):
            continue
        code = c['unit'].split('/')[0]
        text = c['text'].lower()
        value, unit = c['value'], unit_name(code)
        if code == 'USD' and re.search(r'\bus', text):
            unit = 'united states dollar'
        if code == 'GBP' and 'gbp' in text:
            unit = 'british pound'
        if code == 'USD' and 'usd' in text:
            unit = 'united states dollar'
        unit = {'pound sterling': 'pound', 'swiss franc': 'franc',
                'indian rupee': 'rupee'}.get(unit, unit)
        if code == 'GBP' and 'gbp' in text:
            unit = 'british pound'
        if re.fullmatch(r'[\d.,\s]*(cents?|pence)', text):
            value = value * 100
            unit = 'cent' if 'cent' in text else 'pence'
        end = c['end']
        m = re.search(r'\s*(?:-\s*)?(?:per|a|an|each)\s*(?:-\s*)?\w+$',
                      c['text'])
        if '/' in c['unit'] and m:
            end -= len(m.group(0))
        out.append(Entity((c['start'], end, value, unit)))
    return sorted(out)


def dimension(row, claims):
    out = []
    for c in claims:
        base = c['unit'].split('/')[0]
        if c['unit_system'] != 'UCUM' or base in (
                '%', 'pp', 'bp', 'degC', 'degF', 's', 'min', 'h', 'd', 'wk',
                'mo', 'a') or c['role'] == 'age':
            continue
        name, end = named(c), c['end']
        if ' per ' in name and name not in COMPOSED:
            name = RT.get(unit_name(base), unit_name(base))
            end = c['start'] + len(PER.sub('', c['text']))
        text = c['text'][:end - c['start']]
        cut = re.search(r' of .*$', text)
        if cut:
            end = c['start'] + cut.start()
        out.append(last_of_range(c, name, end))
    return sorted(out)


PER = re.compile(r'\s*(?:-\s*)?(?:per|a|an|each)\s*(?:-\s*)?\w+$')
COMPOSED = {'mile per hour', 'kilometer per hour', 'meter per second',
            'meter per millisecond', 'centimeter per millisecond',
            'kilometer per millisecond', 'mile per gallon'}


def last_of_range(claim, unit, end):
    """The specs take only the second number of "40 - 50 years"."""
    if not isinstance(claim['value'], list):
        return entity(claim, unit, end=end)
    ends = re.search(r'^.*?\d\s*(?:-|to|and)\s*(?=[\d-])', claim['text'])
    start = claim['start'] + (ends.end() if ends else 0)
    return Entity((start, end, claim['value'][1], unit))


def temperature(row, claims):
    """The point of an abbreviation belongs to it there, also at the end."""
    return sorted(entity(c, named(c), end=c['end'] + (
        c['text'].endswith('deg') and row['text'][c['end']:][:1] == '.'))
                  for c in claims if c['unit'] in ('degC', 'degF', 'deg'))


def age(row, claims):
    return sorted(last_of_range(c, named(c), c['end']) for c in claims
                  if c['role'] == 'age')


# number and ordinal ask for what is written, whatever it counts; an angle is a
# dimension, degrees of heat are not
ONLY = {'number': 'number', 'ordinal': 'ordinal', 'dimension': 'physical',
        'temperature': 'temperature'}
GOT = {'number': bare, 'currency': currency, 'dimension': dimension,
       'percent': simple(lambda c: c['unit'] == '%'),
       'temperature': temperature, 'ordinal': bare, 'age': age}

DUCKLING = ('numeral amountofmoney distance volume quantity duration '
            'temperature').split()
BASE = {'Kilometre': ('km', 1), 'Mile': ('mi', 1), 'Centimetre': ('cm', 1),
        'Inch': ('in', 1), 'Foot': ('ft', 1), 'Metre': ('m', 1),
        'Millimetre': ('mm', 1), 'Litre': ('L', 1), 'Millilitre': ('mL', 1),
        'Gallon': ('gal', 1), 'Hectolitre': ('hL', 1), 'Pound': ('lb', 1),
        'Ounce': ('oz', 1), 'Cup': ('cup', 1), 'Gram': ('g', 1),
        'Celsius': ('degC', 1), 'Fahrenheit': ('degF', 1),
        'Degree': ('deg', 1), 'Second': ('s', 1), 'Minute': ('min', 1),
        'Hour': ('h', 1), 'Day': ('d', 1), 'Week': ('wk', 1),
        'Month': ('mo', 1), 'Year': ('a', 1), 'Unnamed': (None, 1),
        'Dollar': ('USD', 1), 'Cent': ('USD', .01), 'Rial': ('IRR', 1),
        'Dinar': ('KWD', 1)}
SI = {'km': ('m', 1000), 'cm': ('m', .01), 'mm': ('m', .001), 'm': ('m', 1),
      'ft': ('in', 12), 'in': ('in', 1), 'yd': ('in', 36), 'kg': ('g', 1000),
      'mg': ('g', .001), 'g': ('g', 1), 'min': ('s', 60), 's': ('s', 1),
      'h': ('s', 3600), 'd': ('s', 86400), 'a': ('mo', 12), 'mo': ('mo', 1)}


def unescape(text):
    text = text.replace('\\"', '"')
    return re.sub(r'\\x([0-9a-f]{2,4})',
                  lambda m: chr(int(m.group(1), 16)), text)


DAYS = {'a': 365, 'mo': 365 / 12} # where years meet seconds


def base_value(value, unit, other):
    if unit in DAYS and SI.get(other, (other, 1))[0] == 's':
        return value * DAYS[unit] * 86400, 's'
    base, factor = SI.get(unit, (unit, 1))
    return value * factor, base


def same(value, unit, claim):
    got = claim['value']
    if isinstance(got, list) or got is None:
        return False
    if unit is None:
        return close(got, value)
    a = base_value(got, claim['unit'], unit)
    b = base_value(value, unit, claim['unit'])
    return a[1] == b[1] and close(a[0], b[0])


def last_expected(text):
    """Some rows hold the source of several examples; theirs is the last."""
    return re.split(r'examples? \(', text)[-1]


def duckling(part, row, claims):
    expect = last_expected(row['expect'])
    why = [(c['text'], c['value'], c['unit'], c['kind']) for c in claims]
    if len(claims) != 1:
        return False, why
    c = claims[0]
    m = re.match(r'NumeralValue \(?(-?[\d.e]+)\)?', expect)
    if m:
        return same(float(m.group(1)), None, c), why
    m = re.match(r'DurationData ([\d.]+) (\w+)', expect)
    if m:
        return same(float(m.group(1)), BASE[m.group(2)][0], c), why
    m = re.match(r'(simple|under|above) (\w+) \(?(-?[\d.e]+)\)?', expect)
    if m:
        unit, factor = BASE.get(m.group(2), (m.group(2), 1))
        ok = same(float(m.group(3)) * factor, unit, c)
        kinds = {'under': ('less_than', 'at_most'),
                 'above': ('more_than', 'at_least')}
        if m.group(1) in kinds:
            ok = ok and c['kind'] in kinds[m.group(1)]
        return ok, why
    m = re.match(r'between (\w+) \(([\d.e]+), ?([\d.e]+)\)', expect)
    if m:
        unit, factor = BASE.get(m.group(1), (m.group(1), 1))
        value = c['value']
        if c['from'] is not None:
            value = [c['from'], c['to']]
        if not isinstance(value, list):
            return False, why
        ends = [dict(c, value=v) for v in value]
        return same(float(m.group(2)) * factor, unit, ends[0]) and \
            same(float(m.group(3)) * factor, unit, ends[1]), why
    return False, why
