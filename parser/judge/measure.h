/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a block of text looks like, counted in one pass: words, stop words,
 * capitals, punctuation, and how it ends.
 *
 *     struct cd_measure m = cd_measure(CD_STR("The ferry sank."));
 *     m.words == 3, m.stop_words == 1, m.end == CD_END_STOP
 *
 * Pure; safe on every thread.
 */
#ifndef CD_PARSER_JUDGE_MEASURE_H
#define CD_PARSER_JUDGE_MEASURE_H

#include "base/str.h"

/* How a text ends, quotation marks and brackets aside. */
enum cd_end {
    CD_END_OPEN,     /* a letter, digit or other sign: no sentence ends here */
    CD_END_STOP,     /* . ! ? and their like in other scripts */
    CD_END_ELLIPSIS, /* ... or one sign for it */
    CD_END_COLON,
    CD_END_COMMA, /* , ; or a dash */
};

struct cd_measure {
    unsigned words;      /* two signs of a script without spaces are one word,
                            six letters of Thai and its like are one */
    unsigned stop_words; /* among the first 48: "the", "und", "de", ... */
    unsigned capital_words; /* beginning with an upper case letter */
    unsigned letters, uppers, digits;
    unsigned commas;
    unsigned stops; /* ends of sentences inside and at the end */
    unsigned marks; /* ! and ? */
    unsigned bars;  /* | / bullets and arrows: separators of link rows */
    unsigned quotes;
    unsigned currencies;
    unsigned ats; /* @ */
    bool url, copyright;
    bool capital;  /* the first letter is upper case */
    bool numbered; /* begins with a digit */
    enum cd_end end;
    uint32_t hash; /* of its letters and digits, in lower case */
};

struct cd_measure cd_measure(struct cd_str text);

/* How a text ends whose last sign is code, behind what ended as before. */
enum cd_end cd_measure_end(uint32_t code, enum cd_end before);

/* A heading or a title, by its looks: few words, no end of a sentence. */
bool cd_measure_is_title(const struct cd_measure *m);

/* Prose cut off in the middle, as lists of teasers cut it: long enough to be
 * a sentence, and without its end. */
bool cd_measure_is_cut(const struct cd_measure *m);

/* At least a whole sentence of prose. */
bool cd_measure_is_prose(const struct cd_measure *m);

#endif
