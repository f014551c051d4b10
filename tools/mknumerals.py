#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes data/numerals.LANG.tsv: the number words below a hundred, and the
hundreds that are one word, of German, French and Spanish.

    tools/mknumerals.py de > data/numerals.de.tsv

They are put together by the rules of each language (Duden; Le Bon Usage, with
the spellings of 1990; Nueva gramatica de la Real Academia): a word or phrase
for each number, as nlp/quantity/number_words.c wants the parts above them only.
"""
import sys

DE = """null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn""".split()
DE_TENS = """zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig
neunzig""".split()
FR = """zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize
quatorze quinze seize dix-sept dix-huit dix-neuf""".split()
FR_TENS = {20: 'vingt', 30: 'trente', 40: 'quarante', 50: 'cinquante',
           60: 'soixante', 80: 'quatre-vingt'}
FR_ELSEWHERE = {70: 'septante', 80: 'huitante', 90: 'nonante'}
ES = """cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce
trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno
veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho
veintinueve""".split()
ES_TENS = """treinta cuarenta cincuenta sesenta setenta ochenta
noventa""".split()
ES_HUNDREDS = {2: 'doscient', 3: 'trescient', 4: 'cuatrocient', 5: 'quinient',
               6: 'seiscient', 7: 'setecient', 8: 'ochocient', 9: 'novecient'}


def german():
    yield from ((w, n) for n, w in enumerate(DE) if n != 1)
    yield 'eins', 1
    yield 'zwo', 2
    for i, tens in enumerate(DE_TENS):
        for spelled in {tens, tens.replace('ß', 'ss')}:
            yield spelled, 20 + 10 * i
            for n in range(1, 10):
                yield DE[n] + 'und' + spelled, 20 + 10 * i + n


def french():
    yield from ((w, n) for n, w in enumerate(FR) if n != 1)
    for base, tens in sorted(FR_TENS.items()):
        yield tens, base
        for n in range(1, 20 if base in (60, 80) else 10):
            low = FR[n]
            if n in (1, 11) and base != 80:
                yield tens + ' et ' + low, base + n
                yield tens + '-et-' + low, base + n
            else:
                yield tens + '-' + low, base + n
                yield (tens + '-' + low).replace('-', ' '), base + n
    yield 'quatre-vingts', 80
    for base, tens in FR_ELSEWHERE.items():
        yield tens, base
        for n in range(1, 10):
            joint = ' et ' if n == 1 else '-'
            yield tens + joint + FR[n], base + n


def spanish():
    yield from ((w, n) for n, w in enumerate(ES))
    yield 'veintiún', 21
    for i, tens in enumerate(ES_TENS):
        yield tens, 30 + 10 * i
        for n in range(1, 10):
            yield tens + ' y ' + ES[n], 30 + 10 * i + n
        yield tens + ' y un', 31 + 10 * i


def hundreds(language):
    if language == 'es':
        for n, stem in ES_HUNDREDS.items():
            yield stem + 'os', 100 * n
            yield stem + 'as', 100 * n


def main():
    language = sys.argv[1]
    words = {'de': german, 'fr': french, 'es': spanish}[language]
    print('#! cd_lex_%s surface:str class:CD_CLASS_ value:str' % language)
    print('# Written by tools/mknumerals.py.')
    rows = {(w, 'ONES', n) for w, n in words()}
    rows |= {(w, 'ONES', n) for w, n in hundreds(language)}
    for word, name, n in sorted(rows, key=lambda r: (r[2], r[0])):
        print('%s\t%s\t%d' % (word, name, n))


main()
