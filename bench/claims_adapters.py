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
    'KRW': 'south korean won', 'RUB': 'russian ruble', 'BTC': 'bitcoin',
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
    'MMBTU': 'mega british thermal unit', 'Gt': 'gigaton', 'x': 'count',
    '1': '-', 'time': 'count', 'rank': '-', 'score': '-',
    'win-loss-tie': '-', 'dram': 'dram', 'PS': 'horsepower',
    'A/cm2': 'ampere per square centimetre',
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
             'to k m b bn crore lakh crores lakhs thousands').split()
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
KIND_CHANGE = {'exact': '=', 'range': '=', 'about': '~', 'at_least': '>',
               'more_than': '>', 'at_most': '<', 'less_than': '<'}


def plenty(claim):
    """NewsQuant: "dozens" is 12 to 120."""
    text = claim['text'].lower()
    best = max((p for p in PLENTY if text.startswith(p)), key=len, default=None)
    return [PLENTY[best], PLENTY[best] * 10] if best else None


# what Copydesk gives, most of it at low confidence, and NewsQuant does not count
UNCOUNTED = {'weak.ordinal', 'weak.one-unit', 'weak.one', 'rank.superlative',
             'unit.article-hedged'}
# the length of a move, "twice" and "double" count in the probes only
WINDOWS = {'weak.window-one-day', 'multiple.word'}


def counted(claim, name):
    left_out = WINDOWS if name == 'newsquant' and \
        not claim['text'].endswith('fold') else set()
    return not (UNCOUNTED | left_out) & set(claim['rules'])


# words that are no part of a unit or a concept there
SMALL = set("""a an the of and or in on to for by from at with that who which is
are was were its their his her my our your as it he she they we you i this
those these there not be been has have had will would can could may about than
per more less up down s t dont its thats""".split())
PLAIN = {'best': 'good', 'better': 'good', 'worst': 'bad', 'worse': 'bad'}


def plain(word):
    """The adjective of a superlative: proud of "proudest", big of "biggest"."""
    low = word.lower()
    if low in PLAIN:
        return PLAIN[low]
    if not low.endswith('est') or len(low) < 6:
        return word
    stem = low[:-3]
    if stem.endswith('i'):
        return stem[:-1] + 'y'
    if stem[-1] == stem[-2] and stem[-1] not in 'sl':
        return stem[:-1]
    if stem.endswith(('rg', 'nc', 'fe', 'ut', 'at', 'iv', 'iz', 'ag', 'rc')):
        return stem + 'e'
    return stem


def noun_after(text, at):
    """The phrase behind "one of the", "half the": up to a word that ends it."""
    words = re.split(r'\s+', text[at:].strip())
    out = []
    for word in words[:9]:
        bare = re.sub(r"[’']s$", '', word.strip('.,;:?!()"“”'))
        if out and bare.lower() in SMALL - {'and'} | ENDS:
            break
        if bare and bare.lower() not in SMALL:
            out.append(plain(bare))
        if word[-1:] in '.,;:)':
            break
    return ' '.join(out)


ENDS = set("""all most around? said says around came come comes heeded agreed voted reported lives
live have had has is are was were so when while what because being were""".split())


def one_of(claim, text):
    """NewsQuant: "one of the proudest moments in his life" counts a "proud
    moment life"."""
    unit = noun_after(re.sub(r'^ the most ', ' the ', text[claim['end']:]), 0)
    place = re.match(r'[^.;,]*?\b' + re.escape(unit.split(' ')[-1]) +
                     r' in (?:the|his|her|its|their) (?=(.*))',
                     text[claim['end']:]) if unit else None
    if place:
        unit = re.sub(r's$', '', unit) + ' ' + noun_after(place.group(1), 0)
    return unit


def part_unit(claim, text):
    """NewsQuant: "half of the condos" is 0.5 "% condo"."""
    rest = re.match(r'\s+(?:of\s+)?(?:the|these|those|all|its|their|'
                    r'(?=[a-z]))', text[claim['end']:])
    of = re.match(r'\s+(?:of\b(?! (?:those|which|whom|them)\b)|the\b)',
                  text[claim['end']:])
    if not rest or not of:
        return '% -'
    words = noun_after(text, claim['end']).split(' ')
    return '% ' + ' '.join([w for w in words[:-1] if described(w) and
                            not re.match(r'\d', w)] + words[-1:])


def count_unit(claim, unit, text):
    """The words of the counted phrase, its head in the singular."""
    words = number_text(claim)
    if claim['value'] is None or plenty(claim):
        words = re.sub(r'^(?:\w+ of )+', '', words)
    if {'count.attribute', 'count.attribute-words'} & set(claim['rules']):
        words = noun_after(text, claim['start'] + len(claim['text']) -
                           len(words))
        return re.sub(r'^\d+ ', '', words)
    words = re.split(r'\s+(?:per|an?|each) ', words)[0]
    if not words:
        return unit
    base, *per = unit.split(' per ')
    words = words.split(' ')[:-1] + base.split(' ')[-1:]
    words = [w for w in words[:-1] if described(w)] + words[-1:]
    of = re.match(r' of ((?:[a-z]+ )*?[a-z]+)(?: (?:leaving|during)\b|[.,]|$)',
                  text[claim['end']:])
    if of and not per and len(of.group(1).split()) < 3 and \
            base not in NAMES.values():
        words.append(of.group(1))
    return ' per '.join([' '.join(words)] + per)


def described(word):
    """NewsQuant drops participles and "previous" before a counted noun."""
    low = word.lower()
    return low not in SMALL and low not in ('previous', 'past', 'last') and \
        not (low.endswith(('ing', 'ed')) and low not in NOUNS_ING)


NOUNS_ING = set('shipping housing wedding building meeting bed seed'.split())


CHANGES = {'change.verb', 'change.before', 'change.own-verb',
           'change.restated', 'change.gapped'}


def change_of(claim, text):
    """NewsQuant has a direction only where a verb or "up" gives how much of
    one number it was; every other word of change leaves "="."""
    change = KIND_CHANGE[claim['kind']]
    if claim['value'] is None or 'hedge.exactly' in claim['rules'] or \
            re.search(r'\b(?:average of|some) $', text[:claim['start']]):
        return '='
    if claim['kind'] == 'about' and 'change.verb' in claim['rules'] and \
            claim['role'] == 'relative_delta':
        return claim['change']
    if change == '=' and claim['kind'] == 'exact' and \
            claim['change'] in ('up', 'down') and \
            not isinstance(claim['value'], list) and \
            CHANGES & set(claim['rules']) and \
            (claim['role'] in ('delta', 'relative_delta', 'ratio') or
             'change.before' in claim['rules']):
        return claim['change']
    return change


def stems(words):
    return {w.lower().rstrip('s') for w in words}


def concepts_of(claim, unit, text):
    """Whose and what in words of the text, without the unit's own; "-" where
    the text has only a pronoun, or counts the subject itself."""
    if {'weak.one-of', 'weak.one-noun'} & set(claim['rules']) or \
            'tie.subject' in claim['rules'] and claim['unit'] == '1':
        return ['-']
    said = set(re.split(r'[^\w&-]+', text.lower()))
    subject = claim['subject'] or ''
    own = stems(re.split(r'[\W_]+', number_text(claim) + ' ' + unit))
    words = [w for w in re.split(r'[^\w&-]+', ' '.join(
        s for s in (subject, claim['property']) if s)) if w]
    kept = [w for w in words if w.lower() not in SMALL and
            w.lower() in said and
            w.lower().rstrip('s') not in own and w != '-']
    if claim['unit_system'] == 'count' and subject and \
            not stems(re.split(r'[\W_]+', subject)) - own - SMALL:
        return ['-']
    return kept or ['-']


def unit_of(claim, text):
    unit = unit_name(claim['unit'])
    if claim['role'] == 'age':
        return unit + ' of age'
    if 'weak.one-of' in claim['rules']:
        return one_of(claim, text)
    if claim['unit_system'] == 'count' and claim['unit'] != 'time':
        return count_unit(claim, unit, text)
    if claim['unit'] == 'bbl' and claim['text'].endswith(' of oil'):
        return unit + ' of oil'
    if claim['unit'] == 'lbf.ft' and 'lb' in claim['text']:
        return 'foot pound-force'
    if unit == '-' and isinstance(claim['value'], (int, float)) and \
            claim['role'] == 'share':
        return part_unit(claim, text)
    return unit


def in_cents(claim):
    text = claim['text'].lower()
    return re.search(r'\b(?:cents?|pence|sen|pennies|¢)\b|\dp\b', text) and \
        claim['unit'] in ('USD', 'GBP', 'MYR', 'EUR') and \
        isinstance(claim['value'], (int, float)) and \
        not text.startswith(('$', '£'))


def like_before(out, claims, i):
    """A number that counts what one before it did has its whole unit."""
    for k in range(i - 1, -1, -1):
        if claims[k]['unit'].split('/')[0] == claims[i]['unit'].split('/')[0]:
            per = out['unit'].split(' per ')[1:]
            return ' per '.join([out_unit(claims[k]['phrase'])] + per)
    return out['unit']


def out_unit(phrase):
    return phrase.split(' per ')[0]


def parts(claim, text):
    """"24 hours, 39 minutes" is two quantities there."""
    if 'compound.units' not in claim['rules']:
        return [claim]
    found = [m for m in re.finditer(r'([\d.,]*\d)[ -]?([A-Za-z]+)',
                                    claim['text'])]
    units = [SPELLED.get(m.group(2).lower().rstrip('s')) for m in found]
    if None in units:
        return [claim]
    return [dict(claim, value=float(m.group(1).replace(',', '')), unit=unit,
                 text=m.group(0), start=claim['start'] + m.start(),
                 end=claim['start'] + m.end())
            for m, unit in zip(found, units)]


SPELLED = {'hour': 'h', 'hr': 'h', 'minute': 'min', 'min': 'min', 'day': 'd',
           'second': 's', 'sec': 's', 'year': 'a', 'month': 'mo',
           'week': 'wk', 'foot': 'ft', 'feet': 'ft', 'inch': 'in',
           'inche': 'in', 'pound': 'lb', 'lb': 'lb', 'ounce': 'oz',
           'oz': 'oz', 'mile': 'mi', 'yard': 'yd'}


def newsquant(claims, text):
    """What the set counts of the claims of a sentence, in its terms."""
    claims = [part for c in claims if counted(c, 'newsquant')
              for part in parts(c, text)]
    out = []
    for i, claim in enumerate(claims):
        quantity = newsquant_one(claim, text)
        claim['phrase'] = quantity['unit']
        if 'unit.of-count-before' in claim['rules']:
            quantity['unit'] = like_before(quantity, claims, i)
        before = claims[i - 1] if i > 0 else None
        # "one of four missions" is a quarter of them
        if before and 'weak.one-of' in before['rules'] and \
                isinstance(claim['value'], int) and claim['value'] > 1 and \
                text[before['end']:claim['start']].strip() == '':
            out.pop()
            quantity.update(value=1 / claim['value'],
                            unit='% ' + quantity['unit'])
        out.append(quantity)
    return out


def newsquant_one(claim, text):
    value, unit = claim['value'], unit_of(claim, text)
    if claim['from'] is not None:
        value = [claim['from'], claim['to']]
    elif value is None:
        value = plenty(claim)
    elif isinstance(value, list):
        value = value[:2]
    if in_cents(claim):
        value, unit = value * 100, 'sen' if claim['unit'] == 'MYR' else 'cent'
        if re.search(r'\dp\b', claim['text']):
            unit = 'point'
    return {'value': value, 'unit': unit, 'change': change_of(claim, text),
            'concepts': concepts_of(claim, unit, text),
            'start': claim['start'], 'end': claim['end']}


def probe(claims, text):
    return [probe_one(c, text) for c in claims if counted(c, 'probe')]


def probe_one(claim, text):
    """The feature probes: change is the direction wherever there is one, but
    for comparisons ("three times larger"); a fraction has the unit of its
    whole."""
    out = newsquant_one(claim, text)
    out['change'] = KIND_CHANGE[claim['kind']]
    if out['change'] == '=' and claim['change'] in ('up', 'down'):
        out['change'] = claim['change']
    if claim['unit'] == 'x':
        out['unit'] = 'x'
    if claim['unit'] == 'x' and 'multiple.times-compared' in claim['rules']:
        out['change'] = '='
    if claim['role'] == 'share' and claim['unit'] == '1':
        ratio = any(rule.startswith('ratio') for rule in claim['rules'])
        out['unit'] = 'ratio' if ratio else \
            (claim['subject'] or '-').split()[-1]
    return out
