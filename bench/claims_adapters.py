# SPDX-License-Identifier: Apache-2.0
"""Copydesk's claims in the conventions of other data sets.

Nothing here finds or changes a number's meaning; it renames units and reshapes
values where a set counts differently from docs/claims.md.
"""
import re

NAMES = {
    '%': 'percentage', 'pp': 'percentage point', 'bp': 'basis point',
    'USD': 'dollar', 'GBP': 'pound sterling', 'EUR': 'euro',
    'JPY': 'japanese yen', 'CNY': 'chinese yuan', 'CHF': 'swiss franc',
    'AUD': 'australian dollar', 'CAD': 'canadian dollar',
    'HKD': 'hong kong dollar', 'INR': 'indian rupee',
    'MYR': 'malaysian ringgit', 'ZAR': 'south african rand',
    'TRY': 'turkish lira', 'ILS': 'israeli new shekel',
    'KRW': 'south korean won', 'RUB': 'russian ruble', 'XBT': 'bitcoin',
    'HRK': 'croatian kuna', 'GEL': 'georgian lari', 'LAK': 'lao kip',
    'LKR': 'sri lankan rupee', 'MXN': 'mexican peso',
    'NLG': 'netherlands guilder',
    'm': 'metre', 'km': 'kilometre', 'cm': 'centimetre', 'mm': 'millimetre',
    'um': 'micrometre', 'nm': 'nanometre', 'dm': 'decimetre',
    'mi': 'mile', 'ft': 'foot', 'in': 'inch', 'yd': 'yard',
    'g': 'gram', 'kg': 'kilogram', 'mg': 'milligram', 'ug': 'microgram',
    't': 'metric ton', 'ton': 'ton', 'lb': 'pound-mass', 'oz': 'ounce',
    'L': 'litre', 'mL': 'millilitre', 'gal': 'gallon', 'pt': 'pint',
    'qt': 'quart', 'bbl': 'barrel', 'cup': 'cup', 'tbsp': 'tablespoon',
    'tsp': 'teaspoon', 'acre': 'acre', 'ha': 'hectare',
    'm2': 'square metre', 'km2': 'square kilometre', 'ft2': 'square foot',
    'mi2': 'square mile', 'cm2': 'square centimetre', 'm3': 'cubic metre',
    'ft3': 'cubic foot', 'cm3': 'millilitre',
    's': 'second', 'min': 'minute', 'h': 'hour', 'd': 'day', 'wk': 'week',
    'mo': 'month', 'a': 'year', 'ms': 'millisecond',
    'degC': 'celsius', 'degF': 'fahrenheit', 'deg': 'degree', 'K': 'kelvin',
    'mi/h': 'mile per hour', 'km/h': 'kilometre per hour',
    'm/s': 'metre per second', 'mi/gal': 'mile per gallon',
    'kn': 'knot', 'W': 'watt', 'kW': 'kilowatt', 'MW': 'megawatt',
    'GW': 'gigawatt', 'kWh': 'kilowatt hour', 'GWh': 'gigawatt hour',
    'mAh': 'milliampere-hour', 'hp': 'horsepower',
    'bhp': 'brake horsepower', 'N.m': 'newton metre',
    'lbf.ft': 'pound-foot', 'rev/min': 'revolutions per minute',
    'Hz': 'hertz', 'kHz': 'kilohertz', 'MHz': 'megahertz', 'GHz': 'gigahertz',
    'B': 'byte', 'kB': 'kilobyte', 'MB': 'megabyte', 'GB': 'gigabyte',
    'TB': 'terabyte', 'bit': 'bit', 'Mbit/s': 'megabit per second',
    'dB': 'decibel', 'V': 'volt', 'kV': 'kilovolt', 'A': 'ampere',
    'psi': 'pound per square inch', 'ksi': 'kilopound per square inch',
    'MPa': 'megapascal', 'ppm': 'parts-per-million', 'F': 'farad',
    'ppb': 'parts-per-billion', 'bbl/d': 'barrel per day', 'rad': 'radian',
    'MMBTU': 'mega british thermal unit', 'Gt': 'gigaton', 'x': 'x',
    '1': '-', 'time': 'count', 'rank': '-', 'score': '-',
    'win-loss-tie': '-', 'dram': 'dram',
}


def unit_name(unit):
    if unit in NAMES:
        return NAMES[unit]
    return ' per '.join(NAMES.get(part, part) for part in unit.split('/'))


def number_text(claim):
    """What stands behind the number in the claim's words."""
    text = re.sub(r'^(?:(?:between|from)\s+)?[^A-Za-z]*', '', claim['text'])
    words = ('a an one two three four five six seven eight nine ten eleven '
             'twelve dozen hundred thousand million billion trillion half '
             'twenty thirty forty fifty sixty seventy eighty ninety and of '
             'thirteen fourteen fifteen sixteen seventeen eighteen nineteen '
             'to k m bn crore lakh crores lakhs thousands').split()
    parts = re.split(r'[\s-]+', text)
    while parts and (parts[0].lower() in words or
                     not re.search('[A-Za-z]', parts[0])):
        parts.pop(0)
    return ' '.join(parts)


PLENTY = {'dozens': 12, 'hundreds': 100, 'thousands': 1000, 'tens of'
          ' thousands': 10000, 'hundreds of thousands': 100000,
          'millions': 1e6, 'tens of millions': 1e7, 'billions': 1e9,
          'hundreds of millions': 1e8, 'trillions': 1e12,
          'tens of billions': 1e10, 'hundreds of billions': 1e11}
ROLE_CHANGE = {'exact': '=', 'range': '=', 'about': '~', 'at_least': '>',
               'more_than': '>', 'at_most': '<', 'less_than': '<'}


def plenty(claim):
    """NewsQuant: "dozens" is 12 to 120."""
    text = claim['text'].lower()
    best = max((p for p in PLENTY if text.startswith(p)), key=len, default=None)
    return [PLENTY[best], PLENTY[best] * 10] if best else None


# what Copydesk gives at low confidence and NewsQuant does not count
UNCOUNTED = {'weak.ordinal', 'weak.one-unit', 'weak.one'}


def counted(claim):
    return not UNCOUNTED & set(claim['rules'])


def newsquant(claim):
    value = claim['value']
    text = claim['text'].lower()
    unit = unit_name(claim['unit'])
    if claim['from'] is not None:
        value = [claim['from'], claim['to']]
    elif value is None:
        value = plenty(claim)
    elif isinstance(value, list):
        value = value[:2]
    if re.search(r'\b(?:cents?|pence|sen|pennies|¢)\b|\dp\b', text) and \
            claim['unit'] in ('USD', 'GBP', 'MYR', 'EUR') and \
            not isinstance(value, list) and not text.startswith(('$', '£')):
        value, unit = value * 100, 'sen' if claim['unit'] == 'MYR' else 'cent'
    if claim['role'] == 'age':
        unit = unit + ' of age'
    if claim['unit_system'] == 'count' and claim['unit'] != 'time':
        words = re.sub(r'^.*\bof ', '', number_text(claim)) if value is None \
            or plenty(claim) else number_text(claim)
        words = re.split(r'\s+(?:per|an?|each) ', words)[0]
        if words: # the words of the phrase, its head in the singular
            base, *per = unit.split(' per ')
            head = ' '.join(words.split(' ')[:-1] + base.split(' ')[-1:])
            unit = ' per '.join([head] + per)
    if unit == '-' and isinstance(claim['value'], (int, float)) and \
            claim['role'] == 'share':
        unit = '% -'
    change = ROLE_CHANGE[claim['kind']]
    if change == '=' and claim['change'] in ('up', 'down'):
        change = claim['change']
    return {'value': value, 'unit': unit, 'change': change,
            'concepts': [w for w in re.split(r'[^\w]+', ' '.join(
                s for s in (claim['subject'], claim['property']) if s))
                if w] or ['-'],
            'start': claim['start'], 'end': claim['end']}


def probe(claim):
    out = newsquant(claim)
    if claim['from'] is not None:
        out['value'] = [claim['from'], claim['to']]
    return out
